import { Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { Answers } from '../access/answers';

/** The route answers a CSV file to keep: UTF-8, comma, a header line, amounts as plain decimal numbers. */
export const AnswersCsv = (): MethodDecorator =>
  applyDecorators(
    Answers(null, { status: 200 }),
    ApiResponse({ status: 200, description: 'Done', content: { 'text/csv': { schema: { type: 'string' } } } }),
  );

/** Begins to read before the answer begins, so that a refusal can still be told as one. */
export async function download(name: string, lines: AsyncGenerator<string>): Promise<StreamableFile> {
  const first = await lines.next();
  const disposition = `attachment; filename="${name}"`;
  return new StreamableFile(Readable.from(all(first, lines), { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition,
  });
}

async function* all(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (!first.done) yield first.value;
  for await (const lines of rest) if (lines !== '') yield lines;
}
