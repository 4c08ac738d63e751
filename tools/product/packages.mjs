// The packages of npm: installed when they are missing or older than what package-lock.json asks for.
import { statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/settings.mjs';
import { PlainError } from '../plain-error.mjs';
import { runOpenly } from './run.mjs';
import { waitForLock } from '../launcher/lock.mjs';

const asked = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules', '.package-lock.json');

export async function installPackages(say) {
  if (areCurrent()) return;
  const unlock = await waitForLock(path.join(root, '.data', 'npm-install.lock'), 'npm install');
  try {
    if (areCurrent()) return; // somebody else did it while we waited
    say('Installing packages with npm …');
    const { program, args } = npm();
    // The build needs the development packages, whatever NODE_ENV says. stdout stays free for a command's own output.
    const flags = ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const code = await runOpenly(program, [...args, ...flags], { stdio: ['ignore', 2, 2], cwd: root });
    if (code !== 0) throw new PlainError(`npm install failed (${code}); what it said stands above.`);
    utimesSync(installed, new Date(), new Date()); // npm may have touched the lock file after this one
  } finally {
    unlock();
  }
}

function areCurrent() {
  const at = modified(installed);
  return at !== null && at >= modified(asked);
}

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;

/** npm as the one that called us, or as the one on the PATH. */
function npm() {
  const { npm_execpath: script } = process.env;
  if (script && /npm-cli\.c?js$/.test(script)) return { program: process.execPath, args: [script] };
  return { program: 'npm', args: [] };
}
