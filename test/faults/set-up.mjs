// A run of the catalogue, with what the person has chosen instead.
import { kinds } from './strikes/kinds.mjs';
import { planStrikes } from './strikes/plan.mjs';

const longSeconds = 300;
const mostSeconds = 4 * 3_600;

/** Everything a run needs to know before it begins, the order of its faults included. */
export function setUp(run, options) {
  const { seed = 1, clients = 64, moves = null } = options;
  const series = (run.strikes ?? []).map((each) => ({ ...each, kinds: each.kinds.map((name) => kinds.get(name)) }));
  const [first] = series;
  const factor = options.kills === undefined || !first ? 1 : options.kills / first.count;
  const scaled = series.map((each) => ({ ...each, count: Math.round(each.count * factor) }));
  const plan = planStrikes(seed, scaled);
  const seconds = options.seconds ?? (moves ? mostSeconds : (run.seconds ?? 0));
  const isLong = moves !== null || seconds > longSeconds;
  return {
    ...run,
    seed,
    clients,
    moves,
    seconds,
    plan,
    holdMs: (options.hold ?? run.hold ?? 0) * 1_000,
    opportunities: Math.max(clients, options.opportunities ?? (isLong ? 10 * clients : 200)),
    apis: options.apis ?? run.apis ?? 1,
    workers: options.workers ?? run.workers ?? 1,
    clocks: run.clocks ?? { apis: [], workers: [] },
    agendas: run.agendas ?? 0,
    step: options.step ?? run.step ?? 0,
    stalls: run.stalls ?? 0,
    slack: options.slack ?? run.slack ?? 1,
    /** Somebody only looks all the while. */
    hasReader: plan.some(({ kind }) => kind.readsGoOn),
    /** Programs that may end by themselves, for there is nothing else they could do. */
    mayEnd: [...new Set(plan.flatMap(({ kind }) => kind.mayEnd ?? []))],
    takesBackups: plan.some(({ kind }) => kind.takesBackup),
    smallDisk: plan.some(({ kind }) => kind.needsSmallDisk),
    databaseLine: plan.some(({ kind }) => kind.needsDatabaseLine),
    /** Some API goes by a wrong clock, if only for a while. */
    isSkewed: Boolean(run.clocks) || plan.some(({ kind }) => kind.name === 'api-clock'),
    /** Nothing but Redis, mail, webhooks and worker are touched: no move may notice. */
    isSteady: plan.length > 0 && plan.every(({ kind }) => ['redis', 'worker', 'smtp', 'webhooks'].includes(kind.lane)),
  };
}
