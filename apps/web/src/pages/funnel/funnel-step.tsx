import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconDropletFilled, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { FunnelRowWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import type { Step } from './find-leaks';
import classes from './funnel-step.module.css';

interface FunnelStepProps extends Step {
  /** The length of the upper row's bar as a share of the longest, so that its entries are drawn to the same scale. */
  readonly share: number;
  readonly leak: boolean;
  readonly onOpen: (converted: 'yes' | 'no' | 'running') => void;
}

/** What became of a row's entries: went on, did not, or may still; and the rate over those whose window is over. */
export function FunnelStep({ from, to, conversion, share, leak, onOpen }: FunnelStepProps) {
  const t = useText();
  const nameOf = useName();
  const { count, ratio } = useFormat();
  const { mature, converted, running, rate, windowDays, interval } = conversion;
  const name = nameOf(from.name);
  const parts = { yes: converted, no: mature - converted, running };
  const opener = (part: keyof typeof parts, words: string) => (
    <UnstyledButton
      className={classes.number}
      data-part={part}
      aria-haspopup="dialog"
      aria-label={`${words}${t('common.colon')}${t(`funnel.segment.${part}`, { count: parts[part], name })}`}
      onClick={() => onOpen(part)}
    >
      {words}
    </UnstyledButton>
  );
  return (
    <>
      <div className={classes.strip} style={{ '--share': share } as CSSProperties} aria-hidden>
        {(['yes', 'no', 'running'] as const).map((part) =>
          parts[part] === 0 ? null : <span key={part} data-part={part} style={{ flexGrow: parts[part] }} />,
        )}
      </div>
      <div className={classes.words}>
        <IconArrowDown size={15} aria-hidden className={classes.arrow} />
        {rate === null ? (
          <span>
            {mature === 0 && running > 0 ? t('funnel.allRunning', { count: running }) : conversion.unavailable?.detail}
          </span>
        ) : (
          <span>
            <strong>{opener('yes', t('funnel.onward', { rate: ratio(rate), days: windowDays }))}</strong>{' '}
            <span className={classes.soft}>
              ({t('funnel.onwardCases', { converted: count(converted), mature: count(mature) })})
            </span>
          </span>
        )}
        {parts.no === 0 ? null : opener('no', t('funnel.lostHere', { count: parts.no, shown: count(parts.no) }))}
        {running === 0 || mature === 0 ? null : (
          <span title={t('funnel.runningHint', { days: windowDays })}>
            {opener('running', t('funnel.running', { count: running, shown: count(running) }))}
          </span>
        )}
        <Change conversion={conversion} />
        {interval ? (
          <span className={classes.soft} title={t('figures.intervalWhy')}>
            {t('figures.interval', { low: ratio(interval.low), high: ratio(interval.high) })}
          </span>
        ) : null}
        <Beside to={to} />
        {leak ? (
          <span className={classes.leak}>
            <IconDropletFilled size={14} aria-hidden /> {t('funnel.leak')}
          </span>
        ) : null}
      </div>
    </>
  );
}

function Change({ conversion: { rate, previousRate, changed } }: Pick<Step, 'conversion'>) {
  const t = useText();
  const { ratio } = useFormat();
  if (rate === null || previousRate === null) return null;
  const before = t('funnel.before', { rate: ratio(previousRate) });
  if (!changed)
    return (
      <span className={classes.soft}>
        {t('figures.change.unclear')}
        {t('common.comma')}
        {before}
      </span>
    );
  const up = Number(rate) > Number(previousRate);
  return (
    <span className={classes.change} data-good={up}>
      {up ? <IconTrendingUp size={15} aria-hidden /> : <IconTrendingDown size={15} aria-hidden />}
      {t(up ? 'figures.change.upPlain' : 'figures.change.downPlain')}
      {t('common.comma')}
      {before}
    </span>
  );
}

/** Throughput is another question than conversion and says its own name. */
function Beside({ to }: { readonly to: FunnelRowWire }) {
  const t = useText();
  const { ratio } = useFormat();
  return (
    <>
      {to.throughput === null ? null : (
        <span className={classes.soft} title={t('funnel.throughputHint')}>
          {t('funnel.throughput', { rate: ratio(to.throughput) })}
        </span>
      )}
    </>
  );
}
