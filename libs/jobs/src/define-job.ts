/** What a job carries: ids and nothing else, because the rows are the truth and may have changed meanwhile. */
export type JobData = Readonly<Record<string, string>>;

declare const carries: unique symbol;

/** A kind of work that can be asked for; exactly one handler does it. */
export interface JobDefinition<Data extends JobData = JobData> {
  /** `<verb>-<noun>`, stable: it stands in Redis. */
  readonly name: string;
  readonly [carries]?: Data;
}

/** Declares a kind of work. It may run twice or late, so its handler claims a row or decides from rows. */
export function defineJob<Data extends JobData = Record<string, never>>(job: {
  readonly name: string;
}): JobDefinition<Data> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(job.name)) throw new Error(`a job is named <verb>-<noun>: ${job.name}`);
  return job;
}
