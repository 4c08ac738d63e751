interface Question {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly accept?: string | undefined };
  query: unknown;
}

/** Whoever would rather have a list of records as CSV says so by `Accept`, as by `format=csv`. */
export function preferCsv(request: Question): void {
  const [path = ''] = request.url.split('?');
  if (request.method !== 'GET' || !path.endsWith('/records')) return;
  const query = request.query as Readonly<Record<string, unknown>>;
  if (query['format'] === undefined && isCsvPreferred(request.headers.accept ?? '')) {
    request.query = { ...query, format: 'csv' };
  }
}

/** CSV is named, and nothing that is answered otherwise is wished for more (RFC 9110, 12.5.1). */
export function isCsvPreferred(accept: string): boolean {
  const wishes = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { type, weight: weight === undefined ? 1 : Number(weight) || 0 };
  });
  const weightOf = (type: string) => wishes.find((wish) => wish.type === type)?.weight ?? 0;
  const csv = weightOf('text/csv');
  return csv > 0 && csv >= weightOf('application/json');
}
