// The browser of the browser stories: Debian's Chromium and a font that has the characters of our languages.
import { spawnSync } from 'node:child_process';
import { findProgram, isExecutable } from './find-program.mjs';
import { canInstall, commandToInstall, installWithApt } from './packages-of-the-system.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const packages = {
  debian: ['chromium', 'fonts-noto-cjk'],
  fedora: ['chromium', 'google-noto-sans-cjk-fonts'],
  alpine: ['chromium', 'font-noto-cjk'],
  arch: ['chromium', 'noto-fonts-cjk'],
  suse: ['chromium', 'noto-sans-cjk-fonts'],
  brew: ['chromium'],
};

/** `{ path }` of a browser that can be used, or `{ path: null, advice }`. */
export async function obtainChromium(say) {
  if (!isComplete() && canInstall()) await installWithApt(packages.debian, say);
  const path = find();
  if (path) return { path };
  const command = commandToInstall(packages);
  return { path: null, advice: `install Chromium${command ? ` with \`${command}\`` : ''} or set CHROMIUM_PATH to it` };
}

const isComplete = () => find() !== null && hasChineseFont();

function find() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return isExecutable(chosen) ? chosen : null;
  return findProgram(names);
}

/** Where fontconfig is not there to be asked we take what there is. */
function hasChineseFont() {
  const program = findProgram(['fc-list']);
  return !program || spawnSync(program, [':lang=zh-tw'], { encoding: 'utf8' }).stdout.trim() !== '';
}
