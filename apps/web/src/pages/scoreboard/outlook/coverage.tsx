import type { CoverageViewWire, CoverageWire } from '@tandem/contracts';
import type { Asked } from '../../../api/figures.api';
import { useCoverage } from '../../../api/outlook.api';
import { Failure, LoadingLines } from '../../../components/states';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import { BehindButton } from './behind-button';
import classes from './where-it-ends.module.css';

interface CoverageProps {
  readonly asked: Asked;
  readonly enabled: boolean;
  readonly isOver: boolean;
  readonly onOpen: (behind: string) => void;
}

/** How often open pipeline covers what is still missing, and covered the whole at the start. */
export function Coverage({ asked, enabled, isOver, onOpen }: CoverageProps) {
  const t = useText();
  const coverage = useCoverage(asked, { enabled });
  return (
    <div className={classes.coverage} aria-busy={coverage.isFetching}>
      <h3>{t('outlook.coverage')}</h3>
      {coverage.isPending ? <LoadingLines lines={2} height={30} /> : null}
      {coverage.isError ? <Failure error={coverage.error} onRetry={() => void coverage.refetch()} /> : null}
      {coverage.data ? <Views coverage={coverage.data} isOver={isOver} onOpen={onOpen} /> : null}
    </div>
  );
}

interface ViewsProps extends Pick<CoverageProps, 'isOver' | 'onOpen'> {
  readonly coverage: CoverageWire;
}

function Views({ coverage: { start, toGo, unavailable }, isOver, onOpen }: ViewsProps) {
  const t = useText();
  if (unavailable) return <p>{t('outlook.unavailable', { why: unavailable.detail })}</p>;
  const reasons = [start, toGo].map((view) => view.unavailable?.detail);
  const notes = new Set([...(reasons[0] ? [reasons[0]] : []), ...toGo.notes.map(({ detail }) => detail)]);
  return (
    <>
      <View name={t(isOver ? 'outlook.atEnd' : 'outlook.toGo')} behind="coverage.to_go" view={toGo} onOpen={onOpen} />
      <View name={t('outlook.atStart')} behind="coverage.start" view={start} onOpen={onOpen} />
      {notes.size === 0 ? null : (
        <div className={classes.notes}>
          {[...notes].map((detail) => (
            <p key={detail}>{detail}</p>
          ))}
        </div>
      )}
    </>
  );
}

interface ViewProps {
  readonly name: string;
  readonly behind: string;
  readonly view: CoverageViewWire;
  readonly onOpen: (behind: string) => void;
}

function View({ name, behind, view: { coverage, met, pipeline, toCover }, onOpen }: ViewProps) {
  const t = useText();
  const { count, money, compactMoney } = useFormat();
  const times = () => {
    if (met) return t('outlook.covered');
    return coverage === null
      ? t('figures.notAvailable')
      : t('outlook.times', { times: count(Math.round(Number(coverage) * 10) / 10) });
  };
  return (
    <p className={classes.view}>
      <span>{name}</span>
      <strong data-coverage={behind}>{times()}</strong>
      <span className={classes.made}>
        <BehindButton
          behind={behind}
          name={t('outlook.pipelineName', { name })}
          value={money(pipeline)}
          onOpen={onOpen}
        />
        {toCover && !met ? <span>{t('outlook.over', { amount: compactMoney(toCover) })}</span> : null}
      </span>
    </p>
  );
}
