import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useAgenda } from '../../../api/meetings.api';
import { Failure, LoadingLines } from '../../../components/states';
import { useText } from '../../../i18n/use-text';
import { Run } from './run';
import classes from './run.module.css';

/** The meeting itself: on the projector and on the screen of everybody who takes part, all at the same item. */
export function RunPage() {
  const t = useText();
  const { agendaId = '' } = useParams();
  const agenda = useAgenda(agendaId);
  return (
    <>
      <Anchor component={Link} to={`/meetings/${agendaId}`} size="sm" className={classes.back}>
        <IconArrowLeft size={15} aria-hidden /> {t('meetings.run.toAgenda')}
      </Anchor>
      {agenda.isPending ? <LoadingLines lines={5} height={72} /> : null}
      {agenda.isError && !agenda.data ? <Failure error={agenda.error} onRetry={() => void agenda.refetch()} /> : null}
      {agenda.data ? <Run agenda={agenda.data} /> : null}
    </>
  );
}
