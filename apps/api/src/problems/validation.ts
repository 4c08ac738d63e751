import { StandardSchemaValidationPipe } from '@nestjs/common';
import { invalid } from '@tandem/kernel';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
}

/** Checks every body, query and parameter against its schema and points at each field that does not fit. */
export const validation = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues: readonly Issue[]) => {
      const errors = issues.slice(0, 50).flatMap(errorsOf);
      const names = errors.map(({ pointer, detail }) => (pointer === '' ? detail : `${pointer.slice(1)}: ${detail}`));
      return invalid('request.invalid', `Mend this and send it again – ${names.slice(0, 5).join('; ')}`, { errors });
    },
  });

function errorsOf({ message, path = [], code = 'invalid', keys }: Issue) {
  const pointer = path.map((part) => `/${String(typeof part === 'object' ? part.key : part)}`).join('');
  if (code === 'unrecognized_keys' && keys) {
    return keys.map((key) => ({
      pointer: `${pointer}/${key}`,
      code: 'unknown_field',
      detail: 'is not a field of this request',
    }));
  }
  return [{ pointer, code, detail: message }];
}
