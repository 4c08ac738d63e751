// `npm run build`: everything anew.
import { build, server, web } from '../product/build.mjs';
import { installPackages } from '../product/packages.mjs';
import { explain } from '../plain-error.mjs';
import { saying } from '../launcher/say.mjs';

const say = saying(process.stdout);

try {
  await installPackages(say);
  await Promise.all([build(server, say), build(web, say)]);
  say('Built into dist/.');
} catch (error) {
  process.exitCode = explain(error);
}
