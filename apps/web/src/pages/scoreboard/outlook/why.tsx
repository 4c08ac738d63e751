import { SegmentedControl, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { Asked } from '../../../api/figures.api';
import { useVariance } from '../../../api/outlook.api';
import { Failure, LoadingLines } from '../../../components/states';
import { useText } from '../../../i18n/use-text';
import type { Wishes } from './read-behind';
import { VarianceTold } from './variance-told';
import classes from './why.module.css';

interface WhyProps {
  readonly asked: Asked;
  readonly wishes: Wishes;
  readonly isOpen: boolean;
  readonly onAsk: (changes: Readonly<Record<string, string | null>>) => void;
  readonly onOpen: (behind: string) => void;
}

/** Why there is less or more than planned, asked for only by whoever unfolds it. */
export function Why({ asked, wishes, isOpen, onAsk, onOpen }: WhyProps) {
  const t = useText();
  // A target is the organisation’s: a part of it is compared with the period before.
  const against = isPart(asked) ? 'previous' : 'target';
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.section} aria-label={t('outlook.why.title')} data-screen-only>
      <h2>
        <button
          type="button"
          className={`mantine-focus-auto ${classes.fold}`}
          aria-expanded={isOpen}
          onClick={() => onAsk({ why: isOpen ? null : against, measure: null })}
        >
          <Chevron size={18} aria-hidden />
          {t('outlook.why.title')}
        </button>
      </h2>
      {isOpen ? (
        <div className={classes.panel}>
          {asked.personId === undefined ? (
            <Asking asked={asked} wishes={wishes} onAsk={onAsk} onOpen={onOpen} />
          ) : (
            <Text size="sm">{t('outlook.why.neverByPerson')}</Text>
          )}
        </div>
      ) : null}
    </section>
  );
}

const isPart = ({ teamId, officeId, sourceId }: Asked): boolean =>
  teamId !== undefined || officeId !== undefined || sourceId !== undefined;

function Asking({ asked, wishes: { against, measure }, onAsk, onOpen }: Omit<WhyProps, 'isOpen'>) {
  const t = useText();
  const variance = useVariance(asked, { against, measure }, { enabled: true });
  return (
    <>
      <div className={classes.choices}>
        <SegmentedControl
          size="xs"
          aria-label={t('outlook.why.against')}
          value={against}
          onChange={(next) => onAsk({ why: next })}
          data={[
            { value: 'target', label: t('outlook.why.target') },
            { value: 'previous', label: t('outlook.why.previous') },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('outlook.why.measure')}
          value={measure}
          onChange={(next) => onAsk({ measure: next === 'net_revenue' ? null : next })}
          data={[
            { value: 'net_revenue', label: t('figures.short.net_revenue') },
            { value: 'gross_profit', label: t('outlook.why.grossProfit') },
          ]}
        />
      </div>
      {variance.isPending ? <LoadingLines lines={5} height={30} /> : null}
      {variance.isError ? <Failure error={variance.error} onRetry={() => void variance.refetch()} /> : null}
      {variance.data ? (
        <div
          className={classes.answer}
          aria-busy={variance.isFetching}
          data-stale={variance.isPlaceholderData || undefined}
        >
          <VarianceTold variance={variance.data} onOpen={onOpen} />
        </div>
      ) : null}
    </>
  );
}
