const since = performance.now();

/** One line of progress with the seconds since the start. */
export const saying = (stream) => (message) => {
  const seconds = ((performance.now() - since) / 1000).toFixed(1).padStart(5);
  stream.write(`${seconds} s  ${message}\n`);
};
