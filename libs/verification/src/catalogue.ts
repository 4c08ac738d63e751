import { amount } from './checks/i02-amount.check';
import { standing } from './checks/i01-standing.check';
import { numbering } from './checks/i03-numbering.check';
import { continuity } from './checks/i04-continuity.check';
import { chain } from './checks/i05-chain.check';
import { told } from './checks/i06-told.check';
import { nothingWaits } from './checks/i07-nothing-waits.check';
import { agendas } from './checks/i08-agendas.check';
import { letters } from './checks/i09-letters.check';
import { deliveries } from './checks/i10-deliveries.check';
import { answers } from './checks/i11-answers.check';
import { imports } from './checks/i12-imports.check';
import { webhooks } from './checks/i13-webhooks.check';
import { bookings } from './checks/i14-bookings.check';
import { corrections } from './checks/i14-corrections.check';
import { credits } from './checks/i14-credits.check';
import { entered } from './checks/i14-entered.check';
import { handOffs } from './checks/i14-hand-offs.check';
import { lines } from './checks/i14-lines.check';
import { reporting } from './checks/i14-reporting.check';
import { reversals } from './checks/i14-reversals.check';
import { sealedOnce } from './checks/i15-complete.check';
import { seals } from './checks/i15-seals.check';
import { versions } from './checks/i16-versions.check';
import { accounts } from './checks/i17-accounts.check';
import { locks } from './checks/i18-locks.check';
import { money } from './checks/i19-money.check';
import { outcomes } from './checks/i20-outcomes.check';
import { purse } from './checks/i21-purse.check';
import { lastTold } from './checks/i22-last-told.check';
import { agendaFigures } from './checks/i23-agenda-figures.check';
import { forecasts } from './checks/i24-forecasts.check';
import { sumsOfRecords } from './checks/i25-records.check';
import { sums } from './checks/i25-sums.check';

/** Every law of the records, in the order of the documentation. */
export const catalogue = [
  standing,
  amount,
  numbering,
  continuity,
  chain,
  told,
  nothingWaits,
  agendas,
  letters,
  deliveries,
  answers,
  imports,
  webhooks,
  bookings,
  lines,
  reversals,
  credits,
  reporting,
  entered,
  corrections,
  handOffs,
  seals,
  sealedOnce,
  versions,
  accounts,
  locks,
  money,
  outcomes,
  purse,
  lastTold,
  agendaFigures,
  forecasts,
  sums,
  sumsOfRecords,
] as const;

export type CheckId = (typeof catalogue)[number]['id'];
