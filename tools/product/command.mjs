import { root } from '../launcher/settings.mjs';
import { PlainError } from '../plain-error.mjs';
import { commandLine } from './apps.mjs';
import { runQuietly } from './run.mjs';

/** Runs a command of the product to its end; each line it prints goes to `onLine`. */
export async function runCommand(args, { env, onLine = () => {} }) {
  const { code, signal, output, stdout } = await runQuietly(process.execPath, commandLine(args), { env, cwd: root });
  if (code !== 0) {
    throw new PlainError(`\`tandem ${args.join(' ')}\` failed (${signal ?? code}):\n${output.trim()}`, code ?? 1);
  }
  for (const line of stdout.split('\n').filter((text) => text.trim())) onLine(line);
}
