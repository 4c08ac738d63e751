import { Button } from '@mantine/core';
import { IconAlertTriangle, IconHistory, IconPlugConnectedX, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useReachable } from '../../api/connection';
import { isPassing } from '../../api/problem-error';
import { sentenceOf } from '../../components/states';
import { useText } from '../../i18n/use-text';
import classes from './palette.module.css';
import type { usePalette } from './use-palette';

/** What there is to say of the search itself: nothing found, not everything looked through, no answer. */
export function PaletteState({ palette }: { readonly palette: ReturnType<typeof usePalette> }) {
  const t = useText();
  const reachable = useReachable();
  const { search, wanted, isNothingFound, isPartial, isSettled, found } = palette;
  const failed = wanted !== '' && search.isError;
  const offline = !reachable || (failed && isPassing(search.error));
  return (
    <div role="status">
      {offline ? <Line icon={<IconPlugConnectedX size={18} aria-hidden />} words={t('shell.palette.offline')} /> : null}
      {failed && !offline ? (
        <Line icon={<IconAlertTriangle size={18} aria-hidden />} words={sentenceOf(search.error, t)} />
      ) : null}
      {failed ? (
        <div className={classes.again}>
          <Button size="xs" variant="default" loading={search.isFetching} onClick={() => void search.refetch()}>
            {t('common.retry')}
          </Button>
        </div>
      ) : null}
      {isNothingFound ? (
        <Line
          icon={<IconSearchOff size={18} aria-hidden />}
          words={`${t('shell.palette.nothing', { q: wanted })} ${t('shell.palette.nothingDetail')}`}
        />
      ) : null}
      {isPartial ? <Line icon={<IconHistory size={18} aria-hidden />} words={t('shell.palette.partial')} /> : null}
      {wanted !== '' && isSettled && !isNothingFound ? (
        <span className="spoken">{t('shell.palette.found', { count: found })}</span>
      ) : null}
    </div>
  );
}

function Line({ icon, words }: { readonly icon: ReactNode; readonly words: string }) {
  return (
    <p className={classes.state}>
      {icon}
      <span>{words}</span>
    </p>
  );
}
