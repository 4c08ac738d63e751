import { date, isRefusal, newId } from '@tandem/kernel';
import { decideTouch, type TouchFacts, type TouchWish } from './decide-touch';

const [fair, web] = [newId<'source'>(), newId<'source'>()];
const now = new Date('2026-11-25T10:00:00Z');
const facts: TouchFacts = {
  now,
  zone: 'Asia/Taipei',
  lockedBefore: null,
  hasOpportunity: true,
  hasAccount: true,
  survivor: null,
  hasSource: true,
  campaignSourceId: null,
};
const wish: TouchWish = {
  opportunityId: newId<'opportunity'>(),
  accountId: null,
  sourceId: fair,
  campaignId: null,
  outcome: null,
  at: now,
};
const codeOf = (some: Partial<TouchWish>, known: Partial<TouchFacts> = {}) => {
  const decision = decideTouch({ ...wish, ...some }, { ...facts, ...known });
  return isRefusal(decision) ? decision.code : decision.sourceId;
};
const campaignId = newId<'campaign'>();
const survivor = { id: newId<'account'>(), name: 'Acme' };

describe('a touch', () => {
  it.each([
    ['of an opportunity has the source it names', {}, {}, fair],
    ['of a campaign has the campaign’s source', { sourceId: null, campaignId }, { campaignSourceId: web }, web],
    ['of nobody is refused', { opportunityId: null }, {}, 'touch.of_nobody'],
    ['without any source is refused', { sourceId: null }, {}, 'touch.source_needed'],
    [
      'with a campaign of another source is refused',
      { campaignId },
      { campaignSourceId: web },
      'touch.campaign_of_other_source',
    ],
    ['that is a logged call needs no source', { sourceId: null, outcome: 'no_answer' }, {}, null],
    ['of an unknown campaign is refused', { campaignId }, {}, 'touch.unknown_reference'],
    ['of an opportunity nobody shows them is refused', {}, { hasOpportunity: false }, 'touch.unknown_reference'],
    ['of an unknown source is refused', {}, { hasSource: false }, 'touch.unknown_reference'],
    ['of an account that became another is refused', { accountId: newId<'account'>() }, { survivor }, 'account.merged'],
    ['that lies ahead is refused', { at: new Date('2026-11-25T10:00:00.001Z') }, {}, 'touch.ahead'],
    [
      'on a locked day of the organisation is refused',
      { at: new Date('2026-10-31T15:59:59Z') },
      { lockedBefore: date('2026-11-01') },
      'period.locked',
    ],
    [
      'on the first open day is taken',
      { at: new Date('2026-10-31T16:00:00Z') },
      { lockedBefore: date('2026-11-01') },
      fair,
    ],
  ] as const)('%s', (_, some, known, answer) => {
    expect(codeOf(some, known)).toBe(answer);
  });
});
