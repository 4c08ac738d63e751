// `npm run time-zones`: all tests in each of four zones, one after the other. Arguments go to jest.
import { onEnding } from '../launcher/endings.mjs';
import { root } from '../launcher/settings.mjs';
import { explain } from '../plain-error.mjs';
import { endRunning, runOpenly } from '../product/run.mjs';

const zones = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Asia/Kathmandu'];
let ended = false;

onEnding(
  () => {
    ended = true;
    endRunning();
  },
  () => process.exit(130),
);
process.exitCode = await inEveryZone().catch(explain);

async function inEveryZone() {
  const codes = new Map();
  for (const zone of zones) {
    if (ended) return 130;
    console.log(`\ntests in ${zone}`);
    codes.set(zone, await testIn(zone));
  }
  console.log('\ntime zones');
  for (const [zone, code] of codes) console.log(`  ${code === 0 ? 'ok    ' : 'FAILED'}  ${zone}`);
  const failed = [...codes.values()].filter((code) => code !== 0).length;
  console.log(`${zones.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function testIn(zone) {
  const env = { ...process.env, TZ: zone };
  return runOpenly(process.execPath, ['tools/test.mjs', ...process.argv.slice(2)], { cwd: root, env });
}
