import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { daysInStage, isStale } from '@tandem/opportunities';
import type { BilingualName } from '../figure';
import type { Paging } from '../page-contributions';
import { note, type Note } from '../rules/figure-value';
import { FlowLogReader } from './flow-log.reader';
import type { FlowAnswer, FlowQuestion, SlicedFlowQuestion } from './flow-question';
import { FlowRecordsReader, rowOf, type FlowRecords } from './flow-records.reader';
import { wonBefore } from './flow-selection';
import { answerOf, FlowSettingReader, type FlowSetting } from './flow-setting.reader';
import { OpenDealsReader, type OpenDeal } from './open-deals.reader';
import { chooseThreshold, type Threshold } from './rules/choose-threshold';
import { findStays } from './rules/find-stays';
import type { FlowMove } from './rules/flow-move';
import { sumWorth, type Worth } from './rules/sum-worth';

interface OpenCase extends Omit<OpenDeal, 'stageId' | 'enteredAt'> {
  /** The key of its stage. */
  readonly stage: string;
  /** When it last entered it. */
  readonly at: number;
  /** Whole days since. */
  readonly days: number;
  /** Null where there is no threshold to judge by. */
  readonly isStale: boolean | null;
}

export interface StaleRow {
  readonly key: string;
  readonly open: Worth & { readonly count: number };
  readonly stale: Worth & { readonly count: number };
}

export interface StaleThreshold extends Threshold {
  readonly key: string;
  readonly name: BilingualName;
  /** Why there is no threshold: too few won opportunities were in the stage. */
  readonly unavailable: Note | null;
}

export interface StaleAnswer extends FlowAnswer<readonly StaleRow[]> {
  readonly stages: readonly StaleThreshold[];
}

/** A question about what stands where it stands now; it has no period. */
export type StaleQuestion = Omit<SlicedFlowQuestion, 'period'>;

/** As many winners as windows are learned from. */
const winnersLooked = 500;
const ever = { from: -Infinity, until: Infinity };

/** What is open and stands in its stage for longer than the stage's threshold, since it last entered it, as on the board. */
@Injectable()
export class StaleReader {
  constructor(
    private readonly database: Database,
    private readonly settings: FlowSettingReader,
    private readonly log: FlowLogReader,
    private readonly deals: OpenDealsReader,
    private readonly rows: FlowRecordsReader,
  ) {}

  async stale(question: StaleQuestion = {}): Promise<StaleAnswer> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const thresholds = await this.thresholds(setting);
      const cases = await this.cases(setting, thresholds);
      return {
        ...answerOf(setting, cases, (of) => thresholds.map(({ key }) => staleIn(key, of))),
        stages: thresholds,
      };
    });
  }

  /** The stale ones, who stands longest first; or all that are open in a stage. */
  async records({
    limit,
    cursor,
    stage,
    of = 'stale',
    ...question
  }: Omit<FlowQuestion, 'period'> &
    Paging & {
      readonly stage?: string | undefined;
      readonly of?: 'stale' | 'open' | undefined;
    }): Promise<FlowRecords> {
    return this.database.snapshot(async () => {
      const setting = await this.settings.read(question);
      const cases = await this.cases(setting, await this.thresholds(setting));
      const wished = cases.filter(
        (one) => (stage === undefined || one.stage === stage) && (of === 'open' || one.isStale),
      );
      return this.rows.page(
        setting,
        wished.map((one) => rowOf({ ...one, of: one.stage })),
        { limit, cursor },
      );
    });
  }

  private async cases(setting: FlowSetting, thresholds: readonly StaleThreshold[]): Promise<OpenCase[]> {
    const { asked, stages } = setting;
    const known = new Map(thresholds.map((threshold) => [threshold.key, threshold.days]));
    const keys = new Map<string, string>(stages.map(({ id, key }) => [id, key]));
    return (await this.deals.open(setting)).map(({ enteredAt, stageId, ...deal }): OpenCase => {
      const stage = keys.get(stageId) ?? stageId;
      const days = daysInStage(enteredAt, asked.now);
      const threshold = known.get(stage) ?? null;
      return {
        ...deal,
        stage,
        at: enteredAt.getTime(),
        days,
        isStale: threshold === null ? null : isStale(days, threshold),
      };
    });
  }

  private async thresholds(setting: FlowSetting): Promise<StaleThreshold[]> {
    const { asked, knowledge } = setting;
    const open = setting.stages.filter((stage) => stage.class === 'open');
    const isLearned = open.some(({ staleDays }) => staleDays === null);
    const winners = isLearned
      ? await this.log.logs(wonBefore(asked.today, knowledge.by, winnersLooked), knowledge)
      : new Map<string, FlowMove[]>();
    const rows = open.map(({ id, key }) => ({ key, stageIds: [id] }));
    // As everywhere, how long a stay was is not known when nobody knows its beginning.
    const stays = [...winners.values()].flatMap((log) =>
      findStays(log, { stages: setting.stages, rows, span: ever, now: asked.now.getTime() }),
    );
    return open.map((stage) => {
      const stayed = stays
        .filter(({ row, of }) => row === stage.key && of === 'completed')
        .map(({ milliseconds }) => milliseconds);
      const threshold = chooseThreshold(stage.staleDays, stayed);
      const unavailable = threshold.days === null ? note('too_few_winners', { count: stayed.length }) : null;
      return { key: stage.key, name: { en: stage.name, zhTW: stage.nameZh }, ...threshold, unavailable };
    });
  }
}

function staleIn(key: string, cases: readonly OpenCase[]): StaleRow {
  const open = cases.filter(({ stage }) => stage === key);
  const stale = open.filter((one) => one.isStale);
  return {
    key,
    open: { count: open.length, ...sumWorth(open) },
    stale: { count: stale.length, ...sumWorth(stale) },
  };
}
