interface Named {
  readonly name: string;
}
interface Handling {
  readonly job: Named;
}

/** Pairs every job with its one handler; a job without one, with two, or a handler of an unknown job is a fault of the build. */
export function matchHandlers<Handler extends Handling>(
  jobs: readonly Named[],
  handlers: readonly Handler[],
): { readonly byName: ReadonlyMap<string, Handler>; readonly faults: readonly string[] } {
  const byName = new Map<string, Handler>();
  const faults: string[] = [];
  const known = new Set(jobs.map(({ name }) => name));
  if (known.size < jobs.length) faults.push('two jobs have one name');
  for (const handler of handlers) {
    const { name } = handler.job;
    if (!known.has(name)) faults.push(`${name} is handled but not declared`);
    if (byName.has(name)) faults.push(`${name} has two handlers`);
    byName.set(name, handler);
  }
  for (const name of known) if (!byName.has(name)) faults.push(`${name} has no handler`);
  return { byName, faults };
}
