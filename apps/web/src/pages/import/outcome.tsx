import { Text } from '@mantine/core';
import {
  IconArrowsHorizontal,
  IconCamera,
  IconCirclePlus,
  IconEqual,
  IconHistory,
  IconPencil,
  IconPoint,
  IconX,
} from '@tabler/icons-react';
import type { ImportReport } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './import.module.css';

const fates = { created: IconCirclePlus, updated: IconPencil, unchanged: IconEqual, refused: IconX } as const;
const grades = { full: IconHistory, bothEnds: IconArrowsHorizontal, oneEnd: IconPoint, snapshot: IconCamera } as const;

/** What becomes of the rows at a glance, and how much of their past they bring. */
export function Outcome({ report: { total, history, made } }: { readonly report: ImportReport }) {
  const t = useText();
  const { count, ratio } = useFormat();
  const graded = history ? history.full + history.bothEnds + history.oneEnd + history.snapshot : 0;
  return (
    <>
      <dl className={classes.tiles}>
        {(['created', 'updated', 'unchanged', 'refused'] as const).map((fate) => {
          const Icon = fates[fate];
          return (
            <div key={fate} data-fate={fate}>
              <dt>
                <Icon size={15} aria-hidden /> {t(`import:column.${fate}`)}
              </dt>
              <dd>{count(total[fate])}</dd>
            </div>
          );
        })}
      </dl>
      {made ? (
        <Text size="sm" mb="sm">
          {t('import:made', {
            accounts: count(made.accounts),
            people: count(made.people),
            products: count(made.products),
          })}
        </Text>
      ) : null}
      {history && graded > 0 ? (
        <div className={classes.told} data-history>
          <h3>{t('import:history')}</h3>
          <Text size="xs" c="dimmed" mb={6}>
            {t('import:historyText')}
          </Text>
          <dl className={classes.tiles}>
            {(['full', 'bothEnds', 'oneEnd', 'snapshot'] as const).map((grade) => {
              const Icon = grades[grade];
              return (
                <div key={grade} data-grade={grade}>
                  <dt>
                    <Icon size={15} aria-hidden /> {t(`import:historyOf.${grade}`)}
                  </dt>
                  <dd>
                    {count(history[grade])}{' '}
                    <Text span size="xs" c="dimmed">
                      {ratio((history[grade] / graded).toFixed(4))}
                    </Text>
                  </dd>
                </div>
              );
            })}
          </dl>
        </div>
      ) : null}
    </>
  );
}
