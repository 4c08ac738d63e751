import { Anchor } from '@mantine/core';
import type { AuditLineWire } from '@tandem/contracts';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import classes from './audit.module.css';

interface Props {
  readonly line: AuditLineWire;
  /** Narrows the list to the record of this line. */
  readonly onRecord: (() => void) | null;
}

/** One deed in a sentence, with what was and what is. */
export function AuditEntry({ line, onRecord }: Props) {
  const t = useText();
  const { time } = useFormat();
  const { at, actor, via, words, kindName, record, changes } = line;
  return (
    <li className={classes.entry} data-action={line.action}>
      <time dateTime={at} className={classes.time}>
        {time(at)}
      </time>
      <div className={classes.deed}>
        <p>
          <strong>{actor.name}</strong> {words} <RecordName line={line} />
          {via === null ? null : <span className={classes.soft}> · {via}</span>}
        </p>
        {changes.length === 0 ? null : <Changes changes={changes} />}
      </div>
      {record.id === null || onRecord === null ? (
        <span className={classes.kind}>{kindName}</span>
      ) : (
        <button
          type="button"
          className={classes.only}
          aria-label={t('administration:audit.onlyThis', { name: record.name ?? kindName })}
          onClick={onRecord}
        >
          {kindName}
        </button>
      )}
    </li>
  );
}

/** Where a record can be looked at; null where no page shows one. */
function pageOf({ kind, record, opportunityId }: AuditLineWire): string | null {
  if (opportunityId !== null) return `/opportunities/${opportunityId}`;
  if (record.id === null) return null;
  if (kind === 'agenda') return `/meetings/${record.id}`;
  if (kind === 'delivery') return `/outbox?mail=${record.id}`;
  if (kind === 'import_run') return `/import?run=${record.id}`;
  return kind === 'verification_run' ? `/administration/health?run=${record.id}` : null;
}

/** Who it is about is said already by who did it. */
const aboutOneself: ReadonlySet<string> = new Set([
  'person.signed_in',
  'person.signed_out',
  'person.locale_chosen',
  'person.password_changed',
]);

function RecordName({ line }: { readonly line: AuditLineWire }) {
  const to = pageOf(line);
  const { name } = line.record;
  if (aboutOneself.has(line.action)) return null;
  if (to !== null)
    return (
      <Anchor component={Link} to={to} underline="always" inherit>
        {name ?? line.kindName}
      </Anchor>
    );
  return name === null ? null : <span>{name}</span>;
}

function Changes({ changes }: { readonly changes: AuditLineWire['changes'] }) {
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {before === null ? null : <Value value={before} is="before" />}
            {before === null ? null : <IconArrowRight size={13} aria-hidden />}
            <Value value={after} is="after" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value, is }: { readonly value: string | null; readonly is: 'before' | 'after' }) {
  const t = useText();
  return (
    <span data-is={is}>
      <span className="spoken">{t(`administration:audit.${is}`)} </span>
      {value ?? t('administration:audit.nothing')}
    </span>
  );
}
