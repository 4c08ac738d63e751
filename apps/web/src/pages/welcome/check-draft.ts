import type { TextKey } from '../../i18n/use-text';
import { judgePassword, missingIn } from './judge-password';
import type { Draft, StepName } from './draft';

/** A sentence beside a field, by the name of the field. */
export type Faults = Readonly<Record<string, Fault>>;
export interface Fault {
  readonly key: TextKey;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface Checked {
  readonly draft: Draft;
  readonly password: string;
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What has to be mended before one goes on from a step. */
export function faultsOf(step: StepName, checked: Checked): Faults {
  return Object.fromEntries(
    Object.entries(checks[step](checked)).filter((entry): entry is [string, Fault] => entry[1] !== null),
  );
}

type Check = (checked: Checked) => Readonly<Record<string, Fault | null>>;

const checks: Readonly<Record<StepName, Check>> = {
  language: () => ({}),
  administrator: ({ draft, password }) => ({
    name: named(draft.name),
    email: addressed(draft.email),
    password: secret(password, [draft.name, draft.email]),
    code: draft.code.trim() === '' ? { key: 'welcome:errors.code' } : null,
  }),
  wish: ({ draft }) => ({ wish: draft.wish === null ? { key: 'welcome:errors.choose' } : null }),
  organisation: ({ draft: { organisation } }) => {
    const { opens, closes, weekdays } = organisation.hours;
    return {
      'organisation.name': named(organisation.name),
      'organisation.reportingCurrency': organisation.reportingCurrency ? null : { key: 'welcome:errors.choose' },
      'organisation.zone': organisation.zone ? null : { key: 'welcome:errors.zone' },
      'organisation.hours.opens': time.test(opens) ? null : { key: 'welcome:errors.time' },
      'organisation.hours.closes': closing(opens, closes),
      'organisation.hours.weekdays': weekdays.length > 0 ? null : { key: 'welcome:errors.days' },
    };
  },
  colleagues: ({ draft }) => {
    const said = (email: string) => email.trim().toLowerCase();
    const all = [draft.email, ...draft.colleagues.map(({ email }) => email)].map(said);
    return Object.fromEntries(
      draft.colleagues.flatMap(({ name, email }, place) => [
        [`colleagues.${place}.name`, named(name)],
        [
          `colleagues.${place}.email`,
          addressed(email) ??
            (all.indexOf(said(email)) <= place ? { key: 'welcome:errors.emailTwice' as const } : null),
        ],
      ]),
    );
  },
};

const named = (name: string): Fault | null => (name.trim() === '' ? { key: 'welcome:errors.name' } : null);

const addressed = (email: string): Fault | null =>
  address.test(email.trim()) ? null : { key: 'welcome:errors.email' };

function closing(opens: string, closes: string): Fault | null {
  if (!time.test(closes)) return { key: 'welcome:errors.time' };
  return opens < closes ? null : { key: 'welcome:errors.hours' };
}

/** Also asked of somebody who was invited. */
export function secret(password: string, own: readonly string[]): Fault | null {
  const fault = judgePassword(password, own);
  return fault === null ? null : { key: `welcome:errors.${fault}`, facts: { count: missingIn(password) } };
}
