import type { VerdictWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useText } from '../../i18n/use-text';
import classes from './health.module.css';

type Example = VerdictWire['examples'][number];

const named = [
  'opportunityId',
  'seq',
  'bookingId',
  'handOffId',
  'deliveryId',
  'to',
  'agendaId',
  'week',
  'seriesKey',
  'operation',
  'personId',
  'importId',
  'kind',
  'recordId',
  'expenseLineId',
  'revision',
  'accountId',
  'lockId',
  'seal',
  'auditLineId',
  'fault',
  'eventId',
  'topic',
  'state',
  'endpointId',
] as const;
type Name = (typeof named)[number];

const isNamed = (name: string): name is Name => (named as readonly string[]).includes(name);

/** Where a row can be looked at in the product itself. */
const pageOf: Partial<Record<Name, (id: string) => string>> = {
  opportunityId: (id) => `/opportunities/${id}`,
  agendaId: (id) => `/meetings/${id}`,
  deliveryId: (id) => `/outbox?mail=${id}`,
  importId: (id) => `/import?run=${id}`,
};

/** The first rows that do not fit, by what finds them again. */
export function ExampleTable({ examples, isAll }: { readonly examples: readonly Example[]; readonly isAll: boolean }) {
  const t = useText();
  const columns = Object.keys(examples[0] ?? {});
  if (columns.length === 0) return null;
  return (
    <div
      className={classes.scroll}
      tabIndex={0}
      role="group"
      aria-label={t('administration:health.first', { count: examples.length })}
    >
      <table className={classes.table}>
        {isAll ? null : <caption>{t('administration:health.first', { count: examples.length })}</caption>}
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {isNamed(name) ? t(`administration:health.example.${name}`) : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {examples.map((example) => (
            <tr key={JSON.stringify(example)}>
              {columns.map((name) => (
                <td key={name}>
                  <Value name={name} value={example[name] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ name, value }: { readonly name: string; readonly value: string | number | null }) {
  const page = isNamed(name) ? pageOf[name] : undefined;
  if (value === null) return '–';
  return page ? <Link to={page(String(value))}>{value}</Link> : value;
}
