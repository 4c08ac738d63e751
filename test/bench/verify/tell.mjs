// The result in words.
const gigabyte = 2 ** 30;
const megabyte = 2 ** 20;
const count = (number) => number.toLocaleString('en-US');

export function tell({ machine, setting, loaded, runs }) {
  const { cores, memory, node, server } = machine;
  const pool = setting.bufferPool / gigabyte;
  console.log(`\n${cores} cores, ${Math.round(memory / gigabyte)} GB, Node ${node}, ${server}, buffer pool ${pool} GB`);
  console.log(`${setting.connections} connections, data ${setting.inMemory ? 'in memory' : 'on the disk'}`);
  for (const [table, rows] of Object.entries(loaded.rows))
    console.log(`  ${table.padEnd(24)} ${count(rows).padStart(12)} rows`);
  console.log(`  loaded in ${loaded.seconds.toFixed(0)} s`);
  for (const [place, { seconds, verifying, peakMemory, looked, violations, parts }] of runs.entries()) {
    console.log(
      `\nrun ${place + 1}: ${seconds.toFixed(1)} s (${verifying.toFixed(1)} s verifying), ${count(looked)} rows, ${count(Math.round(looked / verifying))} rows/s, ` +
        `at most ${Math.round(peakMemory / megabyte)} MB, ${violations} violations`,
    );
    for (const { name, looked: rows, seconds: spent } of parts.filter((part) => part.looked > 0))
      console.log(
        `  ${name.padEnd(24)} ${count(rows).padStart(12)} rows ${spent.toFixed(1).padStart(7)} s of all connections`,
      );
  }
}
