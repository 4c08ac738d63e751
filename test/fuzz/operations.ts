/** The part of JSON Schema 2020-12 that the product's own document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Not of the document: what a place speaks of where its own name does not say it. */
  readonly means?: string;
}

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface DocumentedOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Media>>;
}

/** An OpenAPI 3.1 document, as far as the fuzzer reads it. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** One method on one path, with everything the document says about it. */
export interface Operation {
  /** `POST /opportunities/{id}/moves`, below the prefix that all of them share. */
  readonly name: string;
  readonly method: string;
  /** With its prefix, as in the document. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly media: string; readonly schema: Schema } | null;
  /** What each status answers, by media type; an empty map for an answer without a body. */
  readonly answers: ReadonlyMap<number, ReadonlyMap<string, Schema>>;
  /** It may be called again with the same Idempotency-Key. */
  readonly keyed: boolean;
  readonly versioned: boolean;
}

const prefix = '/api/v1';

/** Every operation of the document; references into it are replaced by what they stand for. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) =>
      operationOf(path, method.toUpperCase(), resolved(described, document) as DocumentedOperation),
    ),
  );
}

function operationOf(path: string, method: string, described: DocumentedOperation): Operation {
  const { parameters = [], requestBody, responses } = described;
  const [media, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const takes = (header: string) => parameters.some(({ name }) => name.toLowerCase() === header);
  return {
    name: `${method} ${path.startsWith(prefix) ? path.slice(prefix.length) : path}`,
    method,
    path,
    parameters,
    body: media && body ? { media, schema: body.schema } : null,
    answers: new Map(
      Object.entries(responses).map(([status, { content = {} }]) => [
        Number(status),
        new Map(Object.entries(content).map(([type, { schema }]) => [type, schema])),
      ]),
    ),
    keyed: takes('idempotency-key'),
    versioned: takes('if-match'),
  };
}

function resolved(value: unknown, document: Document): unknown {
  if (Array.isArray(value)) return value.map((part) => resolved(part, document));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as Schema;
  if ($ref !== undefined) return resolved(document.components?.schemas?.[$ref.split('/').at(-1) ?? ''], document);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolved(part, document)]));
}
