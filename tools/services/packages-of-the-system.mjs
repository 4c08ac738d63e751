// Installing programs with the package manager of the system: done on Debian as root, explained elsewhere.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findProgram } from './find-program.mjs';
import { isRoot } from './users.mjs';

const policyFile = '/usr/sbin/policy-rc.d';

/** The package manager of this system: its command to install, and the key by which packages are named below. */
const managers = [
  { program: 'apt-get', key: 'debian', command: 'sudo apt-get install -y' },
  { program: 'dnf', key: 'fedora', command: 'sudo dnf install -y' },
  { program: 'apk', key: 'alpine', command: 'sudo apk add' },
  { program: 'pacman', key: 'arch', command: 'sudo pacman -S' },
  { program: 'zypper', key: 'suse', command: 'sudo zypper install' },
  { program: 'brew', key: 'brew', command: 'brew install' },
];

export const canInstall = () => isRoot() && existsSync('/etc/debian_version') && findProgram(['apt-get']) !== null;

/** The line a person types to install something, or null when we do not know this system. */
export function commandToInstall(packagesBySystem) {
  const manager = managers.find(({ program }) => findProgram([program]));
  const packages = manager && packagesBySystem[manager.key];
  if (!packages?.length) return null;
  return `${isRoot() ? manager.command.replace('sudo ', '') : manager.command} ${packages.join(' ')}`;
}

export const systemName = () => /^PRETTY_NAME="?([^"\n]+)/m.exec(read('/etc/os-release'))?.[1] ?? process.platform;

/** True when apt installed them. Services of the system are kept from starting: we run private ones. */
export async function installWithApt(packages, say) {
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const ownPolicy = !existsSync(policyFile);
  if (ownPolicy) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    if (await apt(install)) return true;
    await apt(['update']);
    return await apt(install);
  } finally {
    if (ownPolicy) rmSync(policyFile, { force: true });
  }
}

/** True when apt-get did it; what it said is shown only when it did not. */
function apt(args) {
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=180'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return new Promise((resolve) => {
    let said = '';
    const child = spawn('apt-get', [...options, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.once('error', () => resolve(false));
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(said);
      resolve(code === 0);
    });
  });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
