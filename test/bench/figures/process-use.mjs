// What a process takes of the machine, where the system tells.
import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Bytes that it holds now and held at most; null where nobody says. */
export function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1_024;
    return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
  } catch {
    return null;
  }
}

/** Seconds of processor it has used up to now, which other people's work on the machine does not change; null where nobody says. */
export const processorSecondsOf = (pid) => secondsOf(pid)?.own ?? null;

/** Seconds of processor, and bytes held now, of a process with those it has started; null where nobody says. */
export function takenWithChildren(pid) {
  const children = childrenOf(pid);
  const spent = secondsOf(pid);
  const memory = memoryOf(pid);
  if (spent === null || memory === null) return null;
  return {
    processor: spent.own + spent.ended + sum(children.map((child) => processorSecondsOf(child) ?? 0)),
    memory: memory.now + sum(children.map((child) => memoryOf(child)?.now ?? 0)),
  };
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Of its own, and of children that have ended. */
function secondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ').map(Number);
    return { own: (fields[11] + fields[12]) / ticksPerSecond, ended: (fields[13] + fields[14]) / ticksPerSecond };
  } catch {
    return null;
  }
}

function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
