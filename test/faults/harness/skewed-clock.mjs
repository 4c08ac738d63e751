// Loaded into a program before its own code: `Date` shows another time from then on. Timers and `performance.now()` go on as ever,
// as they do on a computer whose clock somebody has set wrong.
const aheadMs = Number(process.env.FAULTS_CLOCK_AHEAD_MS);
const RightDate = Date;
const rightNow = Date.now;
const now = () => rightNow() + aheadMs;

RightDate.now = now;
globalThis.Date = new Proxy(RightDate, {
  construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [now()], made),
  apply: (target) => new target(now()).toString(),
});
// So that whoever asks a date what it was made by gets the answer everybody else gets.
RightDate.prototype.constructor = globalThis.Date;
