import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { invalid, versionRequired } from '@tandem/kernel';
import type { FastifyRequest } from 'fastify';

/** Reads `"v17"`; a missing header and one that is no version are different mistakes. */
export function versionOf(header: string | undefined): number {
  if (header === undefined) {
    throw versionRequired(
      'version.required',
      'Say which version you change: send If-Match with the ETag you were given, such as "v3".',
    );
  }
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(header);
  if (!match) throw invalid('version.malformed', 'If-Match must be an ETag of this record, such as "v3".');
  return Number(match[1]);
}

const fromHeader = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The version the caller has seen; 428 without one. */
export const IfMatch = (): ParameterDecorator => fromHeader();

/** The version the caller has seen, or null for something that does not exist yet. */
export const IfMatchOrNew: () => ParameterDecorator = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  return header === undefined ? null : versionOf(header);
});
