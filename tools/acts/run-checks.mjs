// `npm run check`: types, lint, format and dependency rules. Every step runs, whatever became of the one before.
import { installPackages } from '../product/packages.mjs';
import { runQuietly } from '../product/run.mjs';
import { explain } from '../plain-error.mjs';
import { root } from '../launcher/settings.mjs';

const tsc = 'node_modules/typescript7/bin/tsc';

const steps = [
  { name: 'types of the server', command: [tsc, '--noEmit', '-p', '.'] },
  { name: 'types of the web', command: [tsc, '--noEmit', '-p', 'apps/web'] },
  {
    name: 'lint',
    command: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--disable-nested-config', '--deny-warnings', '.'],
  },
  { name: 'format', command: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'] },
  {
    name: 'dependency rules',
    command: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'apps',
      'libs',
      'test',
    ],
  },
];

try {
  await installPackages(console.error);
  process.exitCode = (await everyStep()) ? 0 : 1;
} catch (error) {
  process.exitCode = explain(error);
}

async function everyStep() {
  const verdicts = [];
  for (const step of steps) verdicts.push({ ...step, ...(await judge(step)) });
  console.log('\nchecks');
  for (const { name, passed, seconds } of verdicts)
    console.log(`  ${passed ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
  const failed = verdicts.filter(({ passed }) => !passed).length;
  console.log(`${verdicts.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

async function judge({ name, command }) {
  const since = performance.now();
  const { code, output } = await runQuietly(process.execPath, command, { cwd: root });
  if (code !== 0) console.log(`\n--- ${name}\n${output.trim()}`);
  return { passed: code === 0, seconds: ((performance.now() - since) / 1000).toFixed(1) };
}
