import type { MyDay } from '@tandem/contracts';
import { Link } from 'react-router';
import { useMe } from '../../api/session.api';
import { BulletBar } from '../../components/figures/bullet-bar';
import { StandingMark } from '../../components/figures/standing';
import { usePeriodName, useValue } from '../../components/figures/use-shown';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './my-day.module.css';

/** How much of one's own quota is booked, what is missing, and what an even pace asks for; without a quota, why there is no figure. */
export function QuotaStrip({ quota: { range, figure, gap } }: { readonly quota: MyDay['quota'] }) {
  const t = useText();
  const format = useFormat();
  const { person } = useMe();
  const shown = useValue();
  const period = usePeriodName()(range.key);
  const records = new URLSearchParams({ period: range.key, personId: person.id, records: 'quota_attainment' });
  return (
    <section className={classes.quota} aria-labelledby="my-quota">
      <div className={classes.quotaHead}>
        <h2 id="my-quota">{t('myDay:quota', { period })}</h2>
        <StandingMark figure={figure} gone={range.gone} />
      </div>
      {figure.value ? (
        <Link className={classes.value} to={`/scoreboard?${records.toString()}`}>
          {shown(figure.value)}
        </Link>
      ) : (
        <p className={classes.soft}>
          <strong>{t('figures.notAvailable')}</strong>
          {t('common.colon')}
          {figure.unavailable?.detail}
        </p>
      )}
      {figure.value ? <BulletBar figure={figure} gone={range.gone} /> : null}
      {figure.value && gap ? (
        <p>
          <strong>{distance(gap.toGo)}</strong>
          {Number(range.gone) > 0 && Number(range.gone) < 1 ? (
            <span className={classes.soft}>
              {' '}
              · {t('myDay:paceAsks', { amount: format.compactMoney(gap.paceAsks) })}
            </span>
          ) : null}
        </p>
      ) : null}
    </section>
  );

  function distance(toGo: NonNullable<typeof gap>['toGo']): string {
    const isBeyond = toGo.amountMinor.startsWith('-');
    const amount = format.compactMoney({ ...toGo, amountMinor: toGo.amountMinor.replace('-', '') });
    return t(isBeyond ? 'myDay:beyond' : 'myDay:toGo', { amount });
  }
}
