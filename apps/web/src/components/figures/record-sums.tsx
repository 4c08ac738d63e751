import { IconCheck, IconX } from '@tabler/icons-react';
import type { FigureRecordWire, FigureWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './records-drawer.module.css';
import { equals, sumRecords } from './sum-records';
import { partName } from './part-name';
import { useValue } from './use-shown';

interface RecordSumsProps {
  readonly figure: FigureWire;
  readonly items: readonly FigureRecordWire[];
  /** Whether all records are listed, so that the sum can be held against the figure. */
  readonly complete: boolean;
}

/** The sum of the listed records for each part of the figure, and whether it is the figure's own. */
export function RecordSums({ figure, items, complete }: RecordSumsProps) {
  const t = useText();
  const { count } = useFormat();
  const shown = useValue();
  const sums = sumRecords(items);
  return (
    <dl className={classes.sums} aria-label={t('figures.records.sum')}>
      {[...sums].map(([key, sum]) => {
        const part = figure.parts.find((candidate) => candidate.key === key)?.value;
        const agrees = equals(part, sum);
        return (
          <div key={key} data-part={key}>
            <dt>
              {complete ? t('figures.records.sum') : t('figures.records.sumSoFar', { listed: count(items.length) })} ·{' '}
              {partName(figure, key)}
            </dt>
            <dd data-sum>{shown(sum)}</dd>
            {complete && part ? (
              <dd className={classes.agree} data-agrees={agrees}>
                {agrees ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
                {agrees ? t('figures.records.equal') : t('figures.records.unequal', { value: shown(part) })}
              </dd>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}
