// A computer whose clock is wrong: the programs it starts see another time, and everything else goes by the right one.

const preload = new URL('./skewed-clock.mjs', import.meta.url);

/** The environment of a program whose clock is so far ahead; behind when it is below zero. */
export function underClock(aheadMs, env = process.env) {
  if (aheadMs === 0) return env;
  const options = [env.NODE_OPTIONS, `--import=${preload.href}`].filter(Boolean).join(' ');
  return { ...env, NODE_OPTIONS: options, FAULTS_CLOCK_AHEAD_MS: String(aheadMs) };
}
