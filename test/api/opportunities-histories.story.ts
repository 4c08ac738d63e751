import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HandOffWire, OpportunityWire } from '@tandem/contracts';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let stages: Record<string, string>;
beforeAll(async () => {
  api = await startApi();
  stages = await stageIds(await api.as('viewer'));
});
afterAll(() => api.stop());

/** Every question must find nothing: the log, the record, the bookings and the hand-offs tell the same story. */
const contradictions: Readonly<Record<string, string>> = {
  'the last row of the log is the present': `SELECT o.id FROM opportunity o JOIN opportunity_move m ON m.opportunity_id = o.id AND m.seq = o.last_seq
    WHERE NOT (m.stage_to_id = o.stage_id AND m.outcome_to = o.outcome AND m.amount_to_minor <=> o.amount_minor
      AND m.close_date_to <=> o.close_date AND m.owner_to_id = o.owner_id AND m.team_to_id = o.team_id AND m.probability_to <=> o.probability)`,
  'the log has as many rows as its last number': `SELECT o.id FROM opportunity o JOIN opportunity_move m ON m.opportunity_id = o.id
    GROUP BY o.id, o.last_seq, o.version HAVING COUNT(*) <> o.last_seq OR MAX(m.version) > o.version`,
  'each row begins where the one before ended': `SELECT n.id FROM opportunity_move n JOIN opportunity_move m
      ON m.opportunity_id = n.opportunity_id AND m.seq + 1 = n.seq
    WHERE NOT (n.stage_from_id = m.stage_to_id AND n.outcome_from = m.outcome_to AND n.amount_from_minor <=> m.amount_to_minor
      AND n.close_date_from <=> m.close_date_to AND n.owner_from_id = m.owner_to_id AND n.team_from_id = m.team_to_id)`,
  'what is won is booked at its amount, and nothing else is': `SELECT o.id FROM opportunity o LEFT JOIN booking b ON b.opportunity_id = o.id
    GROUP BY o.id, o.outcome, o.amount_minor HAVING COALESCE(SUM(b.amount_minor), 0) <> IF(o.outcome = 'won', o.amount_minor, 0)`,
  'a closed one is offered to nobody': `SELECT h.id FROM hand_off h JOIN opportunity o ON o.id = h.opportunity_id
    WHERE h.state = 'offered' AND o.outcome <> 'open'`,
  'each move is told once': `SELECT m.id FROM opportunity_move m LEFT JOIN outbox_event e
      ON e.subject_id = m.opportunity_id AND JSON_VALUE(e.payload, '$.seq') = m.seq GROUP BY m.id HAVING COUNT(e.id) <> 1`,
};

type Act = (id: string, version: number) => Promise<{ readonly status: number }>;
const usd = (minor: number) => ({ amountMinor: String(minor), currency: 'USD' });

describe('whatever people do, in whatever order', () => {
  test('nothing fails, what is offered as a move is possible, and log, record, bookings and hand-offs agree', async () => {
    const [marketer, rep, officer] = [await api.as('marketer'), await api.as('rep'), await api.as('revenue_officer')];
    const read = async (id: string) => (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;

    /** Answers the last hand-off of an opportunity, whatever its state. */
    const answer = async (who: SignedInClient, id: string, deed: string, body: object) => {
      const { items } = (await who.get(`/hand-offs?opportunityId=${id}&limit=1`)).body as { items: HandOffWire[] };
      return items[0]
        ? who.post(`/hand-offs/${items[0].id}/${deed}`, body, { version: items[0].version })
        : { status: 409 };
    };
    const take = (who: SignedInClient, id: string) => answer(who, id, 'acceptance', { ownerId: rep.person.id });
    const offer = (who: SignedInClient, id: string, version: number) =>
      who.post(`/opportunities/${id}/hand-offs`, { toTeamId: rep.person.teamId }, { version });

    /** Does what the opportunity itself says may be done. */
    const follow = async (id: string, pick: number): Promise<{ readonly status: number }> => {
      const { version, moves, openHandOff } = await read(id);
      const { stageId: toStageId, means } = moves[pick % moves.length]!;
      if (means === 'hand_off') return openHandOff ? take(officer, id) : offer(officer, id, version);
      if (means === 'return') return answer(officer, id, 'return', { reason: 'wrong_fit' });
      if (means === 'reopen')
        return officer.post(`/opportunities/${id}/reopening`, { toStageId, note: 'again' }, { version });
      const amount = means === 'win' ? { amount: usd(pick) } : {};
      return officer.post(`/opportunities/${id}/moves`, { toStageId, ...amount }, { version });
    };

    const person = fc.constantFrom<SignedInClient>(marketer, rep, officer);
    const stage = fc.constantFrom(...Object.values(stages));
    const amount = fc.option(fc.integer({ min: 0, max: 9 }).map(usd));
    const act: fc.Arbitrary<Act> = fc.oneof(
      fc.tuple(person, stage, amount).map(
        ([who, toStageId, sum]): Act =>
          (id, version) =>
            who.post(`/opportunities/${id}/moves`, { toStageId, ...(sum ? { amount: sum } : {}) }, { version }),
      ),
      person.map(
        (who): Act =>
          (id, version) =>
            who.post(`/opportunities/${id}/loss`, { reason: 'price' }, { version }),
      ),
      person.map(
        (who): Act =>
          (id, version) =>
            who.post(`/opportunities/${id}/cancellation`, { note: 'x' }, { version }),
      ),
      fc.tuple(person, amount).map(
        ([who, sum]): Act =>
          (id, version) =>
            who.patch(`/opportunities/${id}`, { amount: sum }, { version }),
      ),
      person.map(
        (who): Act =>
          (id, version) =>
            offer(who, id, version),
      ),
      person.map(
        (who): Act =>
          (id) =>
            take(who, id),
      ),
      person.map(
        (who): Act =>
          (id) =>
            answer(who, id, 'rejection', { reason: 'not_ready' }),
      ),
      person.map(
        (who): Act =>
          (id) =>
            answer(who, id, 'return', { reason: 'wrong_fit' }),
      ),
    );
    const round = fc.oneof(
      { weight: 3, arbitrary: fc.nat(99) },
      { weight: 1, arbitrary: fc.array(act, { minLength: 1, maxLength: 3 }) },
    );

    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 12, maxLength: 20 }), async (rounds) => {
        const { id } = await anOpportunity(marketer, { stage: 'qualify' });
        for (const what of rounds) {
          if (typeof what === 'number') {
            expect([200, 201]).toContain((await follow(id, what)).status);
          } else {
            const { version } = await read(id);
            for (const { status } of await Promise.all(what.map((one) => one(id, version))))
              expect(status).toBeLessThan(500);
          }
        }
      }),
      { numRuns: 8 },
    );

    for (const [rule, question] of Object.entries(contradictions)) {
      expect({ rule, broken: await api.database.query(question) }).toEqual({ rule, broken: [] });
    }
  }, 90_000);
});
