// The result in words.
import { timesAsLong } from '../figures/statistics.mjs';
import { inColumns, ms, times } from '../figures/table.mjs';

const megabyte = 2 ** 20;
const count = (number) => Math.round(number).toLocaleString('en-US');
const megabytes = (memory) => (memory === null ? '–' : `${Math.round(memory.peak / megabyte)} MB`);

export function tell({ machine, setting, imports, atRest, most, idle, meanwhile, violations }) {
  const { date, cores, node, server } = machine;
  console.log(
    `\n${date}: ${cores} cores, Node ${node}, ${server}, ${count(setting.size)} opportunities, ${count(imports[0].rows)} rows, asked for by the ${setting.way}`,
  );
  for (const [place, done] of imports.entries()) tellImport(place === 0 ? 'new' : 'the same again', done);
  console.log(
    `\nat most: command ${megabytes(imports[0].commandMemory)}, worker ${megabytes(most.worker)} (at rest ${megabytes(atRest.worker)}), API ${megabytes(most.api)} (at rest ${megabytes(atRest.api)})`,
  );
  const head = ['somebody else (ms)', 'p50', 'p95', 'count', 'meanwhile p50', 'p95', 'count', 'p95 to idle'];
  const rows = ['read', 'move'].map((name) => [
    name,
    ms(idle[name].median),
    ms(idle[name].p95),
    idle[name].count,
    ms(meanwhile[name].median),
    ms(meanwhile[name].p95),
    meanwhile[name].count,
    times(timesAsLong(meanwhile[name].p95, idle[name].p95)),
  ]);
  console.log(`\n${inColumns([head, ...rows])}\nfailed: ${idle.failed} idle, ${meanwhile.failed} meanwhile`);
  if (violations !== null) console.log(`tandem verify found ${violations === 0 ? 'nothing wrong' : 'faults'}`);
}

function tellImport(title, { rows, opportunities, steps, total }) {
  const of = { staged: rows, lists: rows - opportunities, applied: opportunities, folded: opportunities };
  const head = [title, 's', 'rows', 'rows/s', 'API µs a row', 'worker µs', 'command µs', 'server µs'];
  const lines = Object.entries(steps).map(([name, { seconds, processor }]) => [
    name,
    seconds.toFixed(2),
    count(of[name]),
    count(of[name] / seconds),
    ...['api', 'worker', 'command', 'server'].map((who) =>
      processor[who] === null ? null : count((processor[who] / of[name]) * 1e6),
    ),
  ]);
  console.log(`\n${inColumns([head, ...lines])}`);
  console.log(
    `created ${count(total.created)}, unchanged ${count(total.unchanged)}, repaired ${count(total.repaired)}, refused ${count(total.refused)}`,
  );
}
