import { IconAlertOctagon, IconCheck } from '@tabler/icons-react';
import type { VerdictWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { ExampleTable } from './example-table';
import classes from './health.module.css';

/** Every law in words; those that do not hold come first, with what to do and the rows. */
export function LawList({ verdicts }: { readonly verdicts: readonly VerdictWire[] }) {
  const t = useText();
  const broken = verdicts.filter(({ violations }) => violations > 0);
  const held = verdicts.filter(({ violations }) => violations === 0);
  return (
    <section className={classes.panel} aria-label={t('administration:health.laws')}>
      <h2>{t('administration:health.laws')}</h2>
      <ul className={classes.laws}>
        {broken.map((verdict) => (
          <Broken key={verdict.check} verdict={verdict} />
        ))}
        {held.map((verdict) => (
          <Held key={verdict.check} verdict={verdict} />
        ))}
      </ul>
    </section>
  );
}

function Held({ verdict: { check, law, looked } }: { readonly verdict: VerdictWire }) {
  const t = useText();
  const { count } = useFormat();
  return (
    <li>
      <IconCheck size={18} className={classes.good} role="img" aria-label={t('administration:health.holds')} />
      <span className={classes.law}>{law}</span>
      <span className={classes.soft}>
        {check} · {t('administration:health.rows', { count: count(looked) })}
      </span>
    </li>
  );
}

function Broken({ verdict: { check, law, advice, looked, violations, examples } }: { readonly verdict: VerdictWire }) {
  const t = useText();
  const { count } = useFormat();
  return (
    <li data-broken>
      <IconAlertOctagon size={18} className={classes.bad} role="img" aria-label={t('administration:health.isBroken')} />
      <span className={classes.law}>
        <strong>{law}</strong>
      </span>
      <span className={classes.soft}>
        {check} · {t('administration:health.rows', { count: count(looked) })}
      </span>
      <div className={classes.told}>
        <p className={classes.bad}>{t('administration:health.violations', { count: violations })}</p>
        <p>
          <strong>{t('administration:health.whatToDo')}</strong>
          {t('common.colon')}
          {advice}
        </p>
        <ExampleTable examples={examples} isAll={examples.length >= violations} />
      </div>
    </li>
  );
}
