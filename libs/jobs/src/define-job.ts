/** What a job carries: ids and nothing else, because the rows are the truth and may have changed meanwhile. */
export type JobData = Readonly<Record<string, string>>;

/** Which line work waits in. Letters have one of their own, so that a mail server that hangs holds up nothing else. */
export type QueueName = 'work' | 'letters';

declare const carries: unique symbol;

/** A kind of work that can be asked for; exactly one handler does it. */
export interface JobDefinition<Data extends JobData = JobData> {
  /** `<verb>-<noun>`, stable: it stands in Redis. */
  readonly name: string;
  readonly queue: QueueName;
  readonly [carries]?: Data;
}

/** Declares a kind of work. It may run twice or late, so its handler claims a row or decides from rows. */
export function defineJob<Data extends JobData = Record<string, never>>({
  name,
  queue = 'work',
}: {
  readonly name: string;
  readonly queue?: QueueName;
}): JobDefinition<Data> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`a job is named <verb>-<noun>: ${name}`);
  return { name, queue };
}
