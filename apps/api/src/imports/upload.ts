import type { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ImportOptions } from '@tandem/contracts';
import type { CheckedExport, ListPreview } from '@tandem/exchange';

/** Files that can be read, with what was asked for beside them. */
export interface Upload {
  readonly checked: CheckedExport;
  readonly options: ImportOptions;
}

type Part =
  | { readonly type: 'file'; readonly filename: string; readonly file: Readable; toBuffer(): Promise<Buffer> }
  | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown };

/** What the multipart plugin adds to a request. */
export interface MultipartRequest {
  isMultipart(): boolean;
  parts(): AsyncIterable<Part>;
  upload?: Upload;
  looked?: ListPreview;
}

/** The list that the guard has looked at. */
export const Looked = createParamDecorator((_: unknown, context: ExecutionContext): ListPreview => {
  const { looked } = context.switchToHttp().getRequest<MultipartRequest>();
  if (!looked) throw new Error('this route looks at no list');
  return looked;
});

/** The upload that the guard has read. */
export const Uploaded = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const { upload } = context.switchToHttp().getRequest<MultipartRequest>();
  if (!upload) throw new Error('this route reads no upload');
  return upload;
});
