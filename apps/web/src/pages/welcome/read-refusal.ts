import type { Problem } from '@tandem/contracts';
import type { Faults } from './check-draft';
import type { StepName } from './draft';

/** Where a refusal of the server belongs: the step to go back to, and what stands beside its fields there. */
export interface Refusal {
  readonly step: StepName;
  readonly faults: Faults;
}

const ofAdministrator = /^\/(code|administrator)(\/|$)/;

/** Null where no field can mend it. */
export function readRefusal({ code, detail, errors = [] }: Problem): Refusal | null {
  if (code.startsWith('person.password')) return at('administrator', [['password', detail]]);
  if (code === 'person.email_taken') return at('colleagues', [['colleagues.0.email', detail]]);
  const fields = errors.map((error) => ({ ...error, field: fieldOf(error.pointer) }));
  const [first] = fields;
  if (!first) return null;
  const step = stepOf(first.pointer);
  // The sentence as a whole is in the reader's language; what a schema says of one field is not.
  const said = (words: string) => (code === 'request.invalid' ? words : detail);
  return at(
    step,
    fields.filter(({ pointer }) => stepOf(pointer) === step).map((one) => [one.field, said(one.detail)]),
  );
}

function at(step: StepName, fields: readonly (readonly [field: string, detail: string])[]): Refusal {
  const faults = fields.map(([field, detail]) => [field, { key: 'welcome:errors.server', facts: { detail } }] as const);
  return { step, faults: Object.fromEntries(faults) };
}

function stepOf(pointer: string): StepName {
  if (ofAdministrator.test(pointer)) return 'administrator';
  if (pointer.startsWith('/organisation')) return 'organisation';
  return pointer.startsWith('/colleagues') ? 'colleagues' : 'wish';
}

/** `/administrator/email` is the field `email`, `/organisation/hours/closes` is `organisation.hours.closes`. */
const fieldOf = (pointer: string): string => pointer.replace(/^\/(administrator\/)?/, '').replaceAll('/', '.');
