import type { StreamableFile } from '@nestjs/common';
import { actingAs, actor } from '@tandem/kernel';
import type { z } from 'zod';
import { Answers } from '../access/answers';
import { download } from './answers-csv';
import { csvOf, type RecordsCsv } from './records-csv';

/** A page of records, as a route answers it. */
interface RecordsAnswer {
  readonly asOf: string;
  readonly items: readonly object[];
  readonly page: { readonly nextCursor: string | null };
}

/** The question for it, as its schema has read it. */
interface RecordsQuestion {
  readonly format: 'json' | 'csv';
  readonly limit: number;
}

type Handler = (this: object, ...asked: unknown[]) => Promise<unknown>;

/** More than a page of JSON, so that a long list is not computed anew too often. */
const pageSize = 1_000;

/** The route answers records page by page; with `format=csv`, all of them in one file. */
export const AnswersRecords =
  (schema: z.ZodObject<{ items: z.ZodArray<z.ZodObject> } & z.ZodRawShape>, name: string): MethodDecorator =>
  (target, key, descriptor) => {
    const csv = csvOf(schema.shape.items.element);
    const page = descriptor.value as unknown as Handler;
    const answer: Handler = async function (...asked) {
      const place = asked.findIndex(isQuestion);
      const question = asked[place] as RecordsQuestion;
      if (question.format === 'json') return page.apply(this, asked);
      const ask = (more: object) =>
        page.apply(this, asked.with(place, { ...question, ...more, limit: pageSize })) as Promise<RecordsAnswer>;
      return file(name, csv, ask);
    };
    descriptor.value = answer as never;
    Answers(schema)(target, key, descriptor);
  };

const file = (name: string, csv: RecordsCsv, ask: (more: object) => Promise<RecordsAnswer>): Promise<StreamableFile> =>
  download(`${name}-records.csv`, lines(csv, ask));

/** Every page by what was known when the first was read, so that the whole file adds up to one figure. */
async function* lines(csv: RecordsCsv, ask: (more: object) => Promise<RecordsAnswer>): AsyncGenerator<string> {
  // The stream is drained outside of the request, so each page says anew who reads.
  const reader = actor();
  let answer = await ask({});
  const asOf = new Date(answer.asOf);
  yield csv.head + answer.items.map(csv.line).join('');
  while (answer.page.nextCursor !== null) {
    const cursor = answer.page.nextCursor;
    answer = await actingAs(reader, () => ask({ cursor, asOf }));
    yield answer.items.map(csv.line).join('');
  }
}

const isQuestion = (one: unknown): boolean =>
  typeof one === 'object' && one !== null && 'format' in one && 'limit' in one;
