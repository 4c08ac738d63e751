import type { UpkeepWire } from '@tandem/contracts';
import { useUpkeep } from '../../api/upkeep.api';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { AdministrationFrame } from './administration-frame';
import classes from './administration.module.css';
import { UpkeepLine } from './upkeep-line';

/** One line about each thing that has to work: green, amber or red, in words, with what to do. */
export function AdministrationPage() {
  const t = useText();
  return (
    <AdministrationFrame title={t('shell.pages.administration')} lead={t('administration:question')} right="look_after">
      <Standing />
    </AdministrationFrame>
  );
}

function Standing() {
  const upkeep = useUpkeep();
  return (
    <>
      {upkeep.isPending ? <LoadingLines lines={9} height={52} /> : null}
      {upkeep.isError ? <Failure error={upkeep.error} onRetry={() => void upkeep.refetch()} /> : null}
      {upkeep.data ? (
        <>
          <Summary upkeep={upkeep.data} />
          <ul className={classes.lines}>
            {upkeep.data.lines.map((line) => (
              <UpkeepLine key={line.topic} line={line} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** The whole of it in one sentence. */
function Summary({ upkeep: { at, lines } }: { readonly upkeep: UpkeepWire }) {
  const t = useText();
  const { instant } = useFormat();
  const count = (verdict: string) => lines.filter((line) => line.verdict === verdict).length;
  const [bad, watch] = [count('bad'), count('watch')];
  const sentences = [
    ...(bad > 0 ? [t('administration:summary.bad', { count: bad })] : []),
    ...(watch > 0 ? [t('administration:summary.watch', { count: watch })] : []),
  ];
  return (
    <p className={classes.summary}>
      <strong role="status">{sentences.length === 0 ? t('administration:summary.good') : sentences.join(' ')}</strong>{' '}
      <span className={classes.soft}>{t('administration:asOf', { at: instant(at) })}</span>
    </p>
  );
}
