import { foldWords, likeness } from './fold-words';

/** A stage of the funnel by its key and names. */
export interface StageNames {
  readonly key: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** What other systems call an ending, and the stages of the funnel that an organisation starts with. */
const words: Readonly<Record<string, readonly string[]>> = {
  won: ['won', 'closedwon', 'customer', 'win', '成交', '贏單', '已成交', '結案成交'],
  lost: ['lost', 'closedlost', 'dead', 'disqualified', 'unqualified', 'abandoned', '失單', '輸單', '丟單', '未成交'],
  prospect: [
    'prospecting',
    'qualification',
    'qualify',
    'qualified',
    'lead',
    'leadin',
    'new',
    'screening',
    'appointmentscheduled',
    'contactmade',
  ],
  define_needs: [
    'needsanalysis',
    'engaging',
    'qualifiedtobuy',
    'discovery',
    'meeting',
    'demoscheduled',
    'needsdefined',
    'valueproposition',
  ],
  propose: [
    'proposal',
    'proposalmade',
    'proposalpricequote',
    'quote',
    'presentationscheduled',
    'perceptionanalysis',
    '報價',
  ],
  negotiate: [
    'negotiation',
    'negotiationreview',
    'negotiationsstarted',
    'contractsent',
    'decisionmakerboughtin',
    'verbal',
    '議價',
  ],
};

const leastAlike = 0.6;

/** The stage a written one most likely is, `won` or `lost`, or null where nobody can tell: then somebody has to say. */
export function suggestStage(written: string, openStages: readonly StageNames[]): string | null {
  const folded = foldWords(written);
  if (folded === '') return null;
  const choices = [
    ...openStages.map(({ key, name, nameZh }) => ({
      to: key,
      names: [key, name, nameZh ?? '', ...(words[key] ?? [])],
    })),
    { to: 'won', names: words['won'] ?? [] },
    { to: 'lost', names: words['lost'] ?? [] },
  ].map(({ to, names }) => ({ to, score: Math.max(...names.map((name) => likeness(folded, foldWords(name)))) }));
  const best = choices.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score >= leastAlike ? best.to : null;
}
