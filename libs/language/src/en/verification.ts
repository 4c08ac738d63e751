/** English texts: the rules of the records, one sentence each, and what to do when one does not hold. */
export const verification = {
  law: {
    I1: 'Every opportunity stands where the last row of its log left it.',
    I2: 'Every opportunity is worth what the last row of its log says.',
    I3: 'Every log belongs to an opportunity and is numbered from 1 without a hole.',
    I4: 'Every row of a log begins where the row before it ended.',
    I5: 'Every row of a log carries the hash of itself and of all rows before it.',
    I6: 'Everything done here has its row of the log, its audit line and its event, under one id.',
    I7: 'While a worker lives, no event, letter, webhook, expired offer or import that is due is left lying.',
    I8: 'Every series of meetings has its agenda for every week of its rhythm.',
    I9: 'Every agenda has one letter for each attendee, and for nobody else.',
    I10: 'What is said of a letter agrees: sent with the server’s answer, uncertain and doubled only where flagged, never tried too often.',
    I11: 'Every remembered request has its answer, and what it was answered with is here.',
    I12: 'Every row an import has read became something or was refused, and what it became is here.',
    I13: 'Every webhook endpoint gets every event it wants, and nothing that never happened.',
    'I14-bookings':
      'Bookings follow from the log: what is won is booked once, for its amount, on its close date; nothing else is.',
    'I14-lines':
      'Every booking says what it said when it was posted, and every credit and adjustment somebody is told of is here.',
    'I14-reversals': 'Every reversal is the exact opposite of the booking it takes back.',
    'I14-credits': 'Credits belong to a booking, are counted for whom it is, and together never exceed it.',
    'I14-reporting':
      'Every reported amount and cost is the original at the rate beside it; the reporting currency is worth 1.',
    'I14-entered': 'Every opportunity began with its log, and is in its stage since the row that brought it there.',
    'I14-corrections':
      'Every correction is about an earlier row that still stood, and makes true again exactly what was true before it.',
    'I14-hand-offs':
      'Every waiting hand-off is the only one of an open opportunity, and every answer came after its offer.',
    'I15-seals':
      'Every sealed audit line says what it said when it was sealed, and every seal is chained to the one before.',
    'I15-complete': 'Every audit line is in exactly one seal, or waits to be sealed.',
    I16: 'Every version of an opportunity is a row of its log or an edit somebody is told to have made.',
    I17: 'Every merged account leads straight to the one it became, nothing is left with it, and its merge is written down.',
    I18: 'Nothing is dated on a day that was locked by then, and a lock is only moved back with a reason.',
    I19: 'Every amount is within its limits, every booking is of an opportunity and in the currency of its move.',
    I20: 'Won means a stage of the won class, at every step; a reason stands only beside a loss.',
    I21: 'Every quota, expense, touch and chosen definition says what it said when somebody was told of it, and each that is told of is here.',
    I22: 'Account, product, cost, kind of business, source, campaign, forecast category, loss reason and marketing’s owner of every opportunity are what was told of them last.',
    I23: 'Every agenda shows the figures as they were when it was written.',
    I24: 'Every snapshot of a forecast says what it said when it was taken, and each that is told of is here.',
    'I25-sums':
      'The sums of all figures fit together: all teams, people and sources come to the whole, days come to their months, waterfalls balance, and every opportunity is in them up to its last row or waits to be.',
    'I25-records': 'Every row of the sums of figures is what the records say (looked at up to 5,000 opportunities).',
  },
  advice: {
    I1: 'The record was changed past the log. The log is what happened: compare both, and set the record right from its last row.',
    I2: 'The amount was changed past the log. The log is what happened: compare both, and set the record right from its last row.',
    I3: 'Rows of the log are missing or too many, or their opportunity is gone. Stop writing, keep a copy of the database, and compare with the last backup.',
    I4: 'A row was changed, added or removed. Stop writing, keep a copy of the database, and compare with the last backup.',
    I5: 'A row was changed after it was written. Stop writing, keep a copy of the database, find out who had the owner’s password, and compare with the last backup.',
    I6: 'Somebody wrote past the application, or removed what it wrote. Compare with the last backup; nobody was told of these rows.',
    I7: 'The worker lives but does not get on. Its log says why; tandem doctor looks at Redis and the mail server.',
    I8: 'Write a missing agenda with tandem agenda --series … --week …, and see why the worker did not.',
    I9: 'Compare the letters of the agenda with its audit line: somebody did not get one, or somebody got one who should not.',
    I10: 'Look at the letter on the outbox page. If its receiver may have it twice or not at all, tell them.',
    I11: 'An acknowledged request left nothing behind. Ask the person what they did, and do it again.',
    I12: 'The report of the import cannot be trusted. Import the same files again: what is there already is found, not doubled.',
    I13: 'Send the event again to the endpoint. If many are missing, see what the log of the worker said then.',
    'I14-bookings':
      'Figures do not follow from what happened. Reopen and win the opportunity again, or ask whoever changed the bookings.',
    'I14-lines':
      'A booking was changed, added or removed past the application. Compare it with the row of the log and the audit line that tell of it, and with the last backup; adjust openly.',
    'I14-reversals': 'A booking was written by hand. Compare it with the one it takes back.',
    'I14-credits':
      'More was given back than was booked, or a credit hangs on nothing. Compare the credits of the booking.',
    'I14-reporting':
      'A reported amount was changed, or its rate. The amount and the rate are what counts: figures in the reporting currency are wrong until it is set right.',
    'I14-corrections':
      'What the log says now is not what was corrected. Compare the rows of the log with the note of the correction.',
    'I14-entered': 'The age in the stage is shown wrongly. Set stage_entered_at to the moment of the row of the log.',
    'I14-hand-offs':
      'The inbox of a team shows what is over, or hides what waits. Look at the hand-offs of the opportunity.',
    'I15-seals':
      'The audit trail was changed after the fact. Stop writing, keep a copy of the database, and compare with the last backup.',
    'I15-complete':
      'Audit lines were slipped in or removed. Stop writing, keep a copy of the database, and compare with the last backup.',
    I16: 'The record was changed and nobody is told to have done it. Compare it with the audit lines of the opportunity.',
    I18: 'A closed period says something else than it did. Compare the booking, the change or the expense with what was reported, and adjust it openly.',
    I17: 'Figures by customer may leave this account out. Compare the account with its merge.',
    I19: 'Somebody wrote past the application. Compare the amount with the log of the opportunity; if the opportunity is gone, with the last backup.',
    I20: 'Somebody wrote past the application. Compare stage and outcome with the log of the opportunity.',
    I21: 'A quota, an expense, a touch or a chosen definition was changed, added or removed past the application. Its audit line is what happened: compare both, and with the last backup; set a new quota or record the difference openly.',
    I22: 'The record was changed past the application, and a win would book it so. The last audit line of the opportunity is what happened: set the record right by an edit before it is won.',
    I23: 'The figures kept with an agenda were changed, and the effect of decisions is measured against them. Compare them with the letter of that week, or with the figures as of that day.',
    I24: 'What was forecast was changed, added or removed afterwards, and accuracy is measured against it. The audit line of the snapshot says what it was: leave that week out until it is clear who did it.',
    'I25-sums':
      'A page may show a wrong figure; the records are right. Run tandem rebuild-figures, which makes all sums anew. If it comes again it is a defect of Tandem: keep the report.',
    'I25-records':
      'A page may show a wrong figure; the records are right unless another rule says otherwise. Run tandem rebuild-figures, which makes all sums anew. If it comes again it is a defect of Tandem: keep the report.',
  },
} as const;
