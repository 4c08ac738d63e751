// Every way in which a launcher is asked to end: Ctrl-C, SIGTERM, a closed terminal, a parent that is gone.

const repeatedSignalMs = 1500; // npm passes on the Ctrl-C that the terminal has already delivered

/** Calls `end(reason)` once; a second request, made on purpose, calls `endNow()`. */
export function onEnding(end, endNow = () => {}) {
  let first = 0;
  const ask = (reason) => {
    if (first === 0) {
      first = Date.now();
      end(reason);
    } else if (Date.now() - first > repeatedSignalMs) {
      endNow();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ask(signal));
  watchParent(() => ask('parent gone'));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // a closed terminal
}

/** npm does not always pass on what ends it: notice that it is gone. */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 300);
  timer.unref();
}
