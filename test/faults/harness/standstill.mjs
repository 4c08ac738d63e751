// Did this machine itself stand still, as a sleeping computer or a paused virtual one does? Then no time measured is true.

const everyMs = 250;

/** Watches from now on; `longestMs` is the longest time in which nothing ran here. */
export function watchStandstill() {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - everyMs);
    last = now;
  };
  const timer = setInterval(look, everyMs);
  return {
    get longestMs() {
      look();
      return Math.round(Math.max(0, longest));
    },
    stop: () => clearInterval(timer),
  };
}
