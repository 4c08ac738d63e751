import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFunnel } from '../api/funnel.api';
import { readHistory, readOpportunity } from '../api/opportunities.api';
import { useTouch } from '../api/use-touch';
import { Failure } from '../components/states';
import { useFormat } from '../formats/use-format';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';
import classes from './conflict.module.css';

interface ConflictProps {
  readonly opportunityId: string;
  readonly wish: string;
  readonly pending: boolean;
  readonly onKeep: () => void;
  /** Does it again on top of what is in force now. */
  readonly onApply: (version: number) => void;
}

/** Somebody was faster: shows who, what is true now and what was wanted, and lets the person choose. */
export function Conflict({ opportunityId, wish, pending, onKeep, onApply }: ConflictProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const touch = useTouch();
  const { data: funnel } = useFunnel();
  const fresh = useQuery({
    queryKey: ['conflict', opportunityId],
    queryFn: async ({ signal }) => {
      const [now, history] = await Promise.all([
        readOpportunity(opportunityId, signal),
        readHistory(opportunityId, signal),
      ]);
      return { now, last: [...history.moves].sort((one, other) => other.seq - one.seq)[0] };
    },
    gcTime: 0,
    staleTime: 0,
  });
  if (fresh.isPending) return <Loader size="sm" aria-label={t('common.loading')} />;
  if (fresh.isError) return <Failure error={fresh.error} onRetry={() => void fresh.refetch()} />;
  const { now, last } = fresh.data;
  const stage = funnel?.stages.find(({ id }) => id === now.stageId);
  const who = last?.actor ? { name: nameOf(last.actor.name), when: format.distance(last.recordedAt) } : null;
  return (
    <Alert role="alert" color="yellow" icon={<IconUsers aria-hidden />} title={t('opportunity.conflict.title')}>
      <Stack gap="sm">
        <Text size="sm">{who ? t('opportunity.conflict.by', who) : t('opportunity.conflict.bySomebody')}</Text>
        <div className={classes.both}>
          <div className={classes.side}>
            <span className={classes.label}>{t('opportunity.conflict.now')}</span>
            <strong>{stage ? nameOf(stage.name) : ''}</strong>
            <span>{t(`words:outcome.${now.outcome}`)}</span>
            <span>{now.amount ? format.money(now.amount) : t('board.card.noAmount')}</span>
            <span>{now.closeDate ? format.day(now.closeDate) : t('board.card.noCloseDate')}</span>
            <span>{nameOf(now.owner.name)}</span>
          </div>
          <div className={classes.side}>
            <span className={classes.label}>{t('opportunity.conflict.yours')}</span>
            <strong>{wish}</strong>
          </div>
        </div>
        <Group gap="xs" justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              touch();
              onKeep();
            }}
          >
            {t('opportunity.conflict.keep')}
          </Button>
          <Button loading={pending} onClick={() => onApply(now.version)}>
            {t('opportunity.conflict.apply')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
