import {
  draft,
  type DraftItem,
  type HandOffFact,
  type ItemFacts,
  type OpportunityFact,
  type TeamFact,
} from './agenda-facts';
import { totalOf } from './weigh-values';

export const problemKinds = ['hand_off_overdue', 'slipped', 'stalled', 'no_next_step'] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** Up to this many problems of a kind stand as items of their own; more are grouped by team, and none is dropped. */
export const singleProblems = 3;
/** How many of a group are named; the count says how many there are. */
export const namedOfGroup = 5;

interface Problem {
  readonly id: string;
  readonly name: string;
  readonly team: TeamFact;
  readonly reportingMinor: bigint | null;
  /** How bad: days or hours beyond the threshold. */
  readonly over: number;
  readonly facts: ItemFacts;
}

/** All open problems, each in exactly one item; an opportunity with two kinds of problem is two problems. */
export function listProblems(
  opportunities: readonly OpportunityFact[],
  handOffs: readonly HandOffFact[],
  currency: string,
): DraftItem[] {
  const found: Readonly<Record<ProblemKind, readonly Problem[]>> = {
    hand_off_overdue: handOffs.map(overdue),
    slipped: opportunities.flatMap(slipped),
    stalled: opportunities.flatMap(stalled),
    no_next_step: opportunities.flatMap(withoutNextStep),
  };
  return problemKinds.flatMap((kind) => itemsOf(kind, found[kind], currency));
}

function itemsOf(kind: ProblemKind, problems: readonly Problem[], currency: string): DraftItem[] {
  const worstFirst = problems.toSorted((one, other) => other.over - one.over || compare(one.id, other.id));
  if (worstFirst.length <= singleProblems) return worstFirst.map(({ id, facts }) => draft('problems', kind, id, facts));
  const teams = new Map(worstFirst.map(({ team }) => [team.id, team]));
  const groups = [...teams.values()].map((team) => worstFirst.filter((problem) => problem.team.id === team.id));
  return groups
    .toSorted((one, other) => other.length - one.length)
    .map((group) => draft('problems', `${kind}_of_team`, null, groupFacts(group, currency)));
}

function groupFacts(group: readonly Problem[], currency: string): ItemFacts {
  const [worst] = group;
  const { total, uncounted } = totalOf(group, currency);
  return {
    teamId: worst?.team.id ?? '',
    team: worst?.team.name ?? null,
    count: group.length,
    total,
    uncounted,
    worst: group.slice(0, namedOfGroup).map(({ name, over }) => ({ name, over })),
    threshold: worst?.facts.threshold ?? null,
    ids: group.map(({ id }) => id),
  };
}

function overdue(handOff: HandOffFact): Problem {
  const { id, opportunity, opportunityId, account, from, to, dueAt, hoursLate, reportingMinor } = handOff;
  const facts = { name: opportunity, opportunityId, account, from, to: to.name, dueAt, over: hoursLate };
  return { id, name: opportunity, team: to, reportingMinor, over: hoursLate, facts };
}

function slipped(opportunity: OpportunityFact): Problem[] {
  const { daysSlipped, closeDate } = opportunity;
  return daysSlipped === null ? [] : [problemOf(opportunity, daysSlipped, { closeDate })];
}

function stalled(opportunity: OpportunityFact): Problem[] {
  const { stale, daysInStage, staleDays } = opportunity;
  if (!stale || staleDays === null) return [];
  return [problemOf(opportunity, daysInStage - staleDays, { days: daysInStage, threshold: staleDays })];
}

function withoutNextStep(opportunity: OpportunityFact): Problem[] {
  const { lacksNextStep, nextStepDate, daysInStage } = opportunity;
  return lacksNextStep ? [problemOf(opportunity, daysInStage, { nextStepDate })] : [];
}

function problemOf(opportunity: OpportunityFact, over: number, more: ItemFacts): Problem {
  const { id, name, team, account, owner, stage, amount, reportingMinor } = opportunity;
  return { id, name, team, reportingMinor, over, facts: { name, account, owner, stage, amount, over, ...more } };
}

const compare = (one: string, other: string): number => (one < other ? -1 : 1);
