import { Anchor, Button } from '@mantine/core';
import { IconHistoryOff } from '@tabler/icons-react';
import type { AuditLineWire } from '@tandem/contracts';
import { useAuditLines } from '../../../api/audit.api';
import { Empty, Failure, LoadingLines } from '../../../components/states';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import { AdministrationFrame } from '../administration-frame';
import { AuditEntry } from './audit-entry';
import { AuditFilter } from './audit-filter';
import classes from './audit.module.css';
import { useAuditFilter, type AuditFilterInUse } from './use-audit-filter';

/** Who did what to which record, newest first, with what was before. */
export function AuditPage() {
  const t = useText();
  return (
    <AdministrationFrame
      title={t('administration:audit.title')}
      lead={t('administration:audit.question')}
      right="administer"
    >
      <Trail />
    </AdministrationFrame>
  );
}

function Trail() {
  const t = useText();
  const { instant } = useFormat();
  const filter = useAuditFilter();
  const lines = useAuditLines(filter.asked);
  const pages = lines.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const lookedBackTo = pages.at(-1)?.lookedBackTo ?? null;
  return (
    <div className={classes.page}>
      <AuditFilter filter={filter} kinds={pages[0]?.kinds ?? []} />
      {filter.value('record') === null ? null : <OneRecord filter={filter} items={items} />}
      {lines.isPending ? <LoadingLines lines={8} height={52} /> : null}
      {lines.isError ? <Failure error={lines.error} onRetry={() => void lines.refetch()} /> : null}
      {lines.isSuccess && items.length === 0 && !lines.hasNextPage ? (
        <Empty icon={<IconHistoryOff size={40} stroke={1.4} aria-hidden />} title={t('administration:audit.empty')} />
      ) : null}
      <Days items={items} filter={filter} />
      {lookedBackTo === null ? null : (
        <p className={classes.soft} role="status">
          {t('administration:audit.lookedBack', { at: instant(lookedBackTo) })}
        </p>
      )}
      {lines.hasNextPage ? (
        <Button variant="default" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {t(lookedBackTo === null ? 'common.more' : 'administration:audit.further')}
        </Button>
      ) : null}
    </div>
  );
}

interface ListProps {
  readonly items: readonly AuditLineWire[];
  readonly filter: AuditFilterInUse;
}

function OneRecord({ items, filter }: ListProps) {
  const t = useText();
  const name = items[0]?.record.name ?? null;
  return (
    <p className={classes.one}>
      {name === null ? t('administration:audit.ofRecordNameless') : t('administration:audit.ofRecord', { name })}{' '}
      <Anchor component="button" type="button" onClick={() => filter.set({ record: null })}>
        {t('administration:audit.showAll')}
      </Anchor>
    </p>
  );
}

/** The lines under the days on which they were written, by the clock of the organisation. */
function Days({ items, filter }: ListProps) {
  const { day, weekday, dayOf } = useFormat();
  const days = [...new Set(items.map(({ at }) => dayOf(at)))];
  const isNarrowed = filter.value('record') !== null;
  return days.map((date) => (
    <section key={date} aria-label={day(date)}>
      <h2 className={classes.day}>
        {day(date)} <span className={classes.soft}>{weekday(date)}</span>
      </h2>
      <ul className={classes.entries}>
        {items
          .filter(({ at }) => dayOf(at) === date)
          .map((line) => (
            <AuditEntry
              key={line.id}
              line={line}
              onRecord={isNarrowed ? null : () => filter.set({ record: line.record.id, kind: line.kind })}
            />
          ))}
      </ul>
    </section>
  ));
}
