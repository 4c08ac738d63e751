import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { DirectoryReader } from '../directory.reader';
import type { FigureRange, Slice } from '../figure';
import { FlowDealsReader } from '../flow/flow-deals.reader';
import { FlowSettingReader, type FlowSetting } from '../flow/flow-setting.reader';
import type { FunnelFiguresQuestion } from '../funnel-question';
import { FunnelQuestionReader, type AskedFunnel } from '../funnel-question.reader';
import type { FunnelRowOutline, FunnelSide } from '../funnel-rows';
import { knownSql, type Selected } from '../knowledge';
import { LedgerReader } from '../ledger.reader';
import { isWhy } from '../rollups/figure-sums.reader';
import { FunnelCountsReader } from '../rollups/funnel-counts.reader';
import type { EntryCounts } from '../rollups/funnel-sums.reader';
import { countFunnel } from '../rules/count-funnel';
import type { Reading } from '../rules/facts';
import type { Note } from '../rules/figure-value';
import type { FunnelMode } from '../rules/find-entries';
import { groupBy } from '../rules/group-by';
import { narrowFacts, sliceFacts } from '../rules/narrow-facts';
import { divideHalfEven, type Ratio } from '../rules/ratio';
import { sumExpense } from '../rules/sum-expense';
import { nameOfSlice } from '../say';
import { nameMilestones, type Milestones } from './rules/name-milestones';
import { pipelinePerCost, rankSources, type SourceYield } from './rules/rank-sources';

/** What came of a source in a period, and what it cost. */
export interface FunnelSource extends SourceYield {
  readonly slice: Slice;
  /** Opportunities created in the period. */
  readonly leads: number;
  /** First entries into the rows of `milestones`; null where the funnel has no such row. */
  readonly qualified: number | null;
  readonly accepted: number | null;
  readonly won: number | null;
  /** Accepted ones without an amount or a rate: the pipeline is partial. */
  readonly withoutValue: number;
  readonly costUnavailable: Note | null;
  readonly costNotes: readonly Note[];
  /** Cost ÷ accepted, in minor units; null without either. */
  readonly costEachMinor: bigint | null;
  readonly yield: Ratio | null;
}

export interface FunnelSources {
  readonly range: FigureRange;
  readonly asOf: Date;
  readonly reading: Reading;
  readonly side: FunnelSide;
  readonly mode: FunnelMode;
  readonly currency: string;
  readonly milestones: Milestones;
  /** What the milestones are called. */
  readonly outline: readonly FunnelRowOutline[];
  /** The best first: by pipeline created for each unit spent; what names no source stands last. */
  readonly rows: readonly FunnelSource[];
  readonly unavailable: Note | null;
}

/** Which source pays: leads, entries and pipeline of a period beside what was spent in it, source by source. */
@Injectable()
export class FunnelSourcesReader {
  constructor(
    private readonly database: Database,
    private readonly questions: FunnelQuestionReader,
    private readonly counts: FunnelCountsReader,
    private readonly settings: FlowSettingReader,
    private readonly deals: FlowDealsReader,
    private readonly ledgers: LedgerReader,
    private readonly directories: DirectoryReader,
  ) {}

  async sources(wish: FunnelFiguresQuestion = {}): Promise<FunnelSources> {
    return this.database.snapshot(async () => {
      const funnel = await this.questions.read(wish);
      const setting = await this.settings.read(wish);
      const milestones = nameMilestones(funnel.rows);
      const told = {
        range: funnel.asked.range,
        asOf: funnel.asked.now,
        reading: funnel.knowledge.reading,
        side: wish.side ?? 'seller',
        mode: funnel.question.mode,
        currency: funnel.asked.currency,
        milestones,
        outline: funnel.rows,
        unavailable: setting.unknown,
      };
      if (setting.unknown) return { ...told, rows: [] };
      const directory = await this.directories.read();
      const leads = await this.leads(setting);
      const costs = await this.costs(funnel, wish);
      const ids = [...new Set([...directory.sources.keys(), null, ...leads.keys(), ...costs.keys()])];
      const entered = await this.entered(funnel, wish, ids);
      const rows = ids.map((id) => {
        const slice: Slice = { kind: 'source', id, name: nameOfSlice('source', id, directory) };
        return {
          slice,
          leads: leads.get(id) ?? 0,
          ...costOf(costs.get(id)),
          ...judge(entered.get(id) ?? [], milestones),
        };
      });
      const some = rows.filter(isAnything).map(withYield);
      const isNamed = ({ slice }: FunnelSource) => slice.id !== null;
      return { ...told, rows: [...rankSources(some.filter(isNamed)), ...some.filter((row) => !isNamed(row))] };
    });
  }

  /** By source, opportunities created in the period. */
  private async leads(setting: FlowSetting): Promise<ReadonlyMap<string | null, number>> {
    if (setting.stages.length === 0) return new Map();
    const { span } = setting;
    const cases = await this.deals.cases(createdIn(setting), setting, ({ log, belonging }) => {
      const [created] = log;
      if (!created || created.isInferred || created.at < span.from || created.at >= span.until) return [];
      const { ownerId, teamId } = created;
      const officeId = setting.directory.teams.get(teamId)?.officeId ?? null;
      return [{ ...belonging, ownerId, teamId, officeId }];
    });
    const counts = new Map<string | null, number>();
    for (const { sourceId } of cases) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
    return counts;
  }

  /** By source, what both sides spent on it. */
  private async costs({ asked, knowledge }: AskedFunnel, { filter = {} }: FunnelFiguresQuestion) {
    const ledger = await this.ledgers.readQuiet(asked, await this.directories.read(), knowledge.reading);
    const slices = sliceFacts(narrowFacts(ledger.during(asked.period, []), filter), 'source');
    return new Map([...slices].map(([id, facts]) => [id, sumExpense(facts, ['sales', 'marketing'])]));
  }

  /** By source, first entries into each row: from sums, or else from the opportunities themselves. */
  private async entered(
    funnel: AskedFunnel,
    wish: FunnelFiguresQuestion,
    ids: readonly (string | null)[],
  ): Promise<ReadonlyMap<string | null, readonly EntryCounts[]>> {
    const kept = await this.counts.enteredBySource(funnel, wish, ids);
    if (!isWhy(kept)) return kept;
    const bySource = groupBy(await funnel.deals(), ({ sourceId }) => sourceId);
    return new Map([...bySource].map(([id, deals]) => [id, countFunnel(deals, funnel.question).rows]));
  }
}

/** Whoever may have been created in the period: it has its first row there, or a row that a correction may have made its first. */
function createdIn({ span, stages, knowledge: { by } }: FlowSetting): Selected {
  const known = knownSql('m', by);
  return {
    sql: `SELECT DISTINCT m.opportunity_id FROM opportunity_move m
      WHERE m.stage_to_id IN (?) AND m.at >= ? AND m.at < ? ${known.and} AND (m.seq = 1 OR EXISTS (
        SELECT 1 FROM opportunity_move c WHERE c.opportunity_id = m.opportunity_id AND c.correction IS NOT NULL))`,
    parameters: [stages.map(({ id }) => bin(id)), new Date(span.from), new Date(span.until), ...known.parameters],
  };
}

type Judged = Omit<FunnelSource, 'costEachMinor' | 'yield'>;

function judge(rows: readonly EntryCounts[], milestones: Milestones) {
  const of = (key: string | null) => rows.find((row) => row.key === key);
  const count = (key: string | null) => (key === null ? null : (of(key)?.entered ?? 0));
  const accepted = of(milestones.accepted);
  return {
    qualified: count(milestones.qualified),
    accepted: count(milestones.accepted),
    won: count(milestones.won),
    pipelineMinor: accepted?.valueMinor ?? 0n,
    withoutValue: accepted?.withoutValue ?? 0,
  };
}

const costOf = (expense: ReturnType<typeof sumExpense> | undefined) => ({
  costMinor: !expense || expense.unavailable ? null : expense.minor,
  costUnavailable: expense ? expense.unavailable : noExpense,
  costNotes: expense?.notes ?? [],
});

const noExpense: Note = { code: 'expense_not_by_source', facts: {} };

const isAnything = ({ leads, qualified, accepted, won, costMinor }: Judged): boolean =>
  costMinor !== null || leads + (qualified ?? 0) + (accepted ?? 0) + (won ?? 0) > 0;

/** What names no source is spent on all of them, so it says nothing of what came of none. */
const withYield = (source: Judged): FunnelSource => ({
  ...source,
  costEachMinor:
    source.slice.id === null || source.costMinor === null || !source.accepted
      ? null
      : divideHalfEven(source.costMinor, BigInt(source.accepted)),
  yield: source.slice.id === null ? null : pipelinePerCost(source),
});
