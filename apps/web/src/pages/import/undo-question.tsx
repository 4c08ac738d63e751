import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ImportUndoPlan } from '@tandem/contracts';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useTurnImport, useUndoPlan } from '../../api/imports.api';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './import.module.css';

/** What taking it back would do, before anybody does it. */
export function UndoQuestion({ id, onLeave }: { readonly id: string; readonly onLeave: () => void }) {
  const t = useText();
  const plan = useUndoPlan(id, true);
  const turn = useTurnImport(id);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => question.current?.focus(), []);
  const taken = plan.data ? plan.data.total - plan.data.kept : 0;
  return (
    <div className={classes.question} ref={question} tabIndex={-1} role="group" aria-label={t('import:undo.title')}>
      {plan.isPending ? <LoadingLines lines={2} /> : null}
      {plan.isError ? <Failure error={plan.error} onRetry={() => void plan.refetch()} /> : null}
      {plan.data ? <Plan plan={plan.data} taken={taken} /> : null}
      <Group gap="sm" mt="sm">
        <Button
          size="xs"
          disabled={taken === 0}
          loading={turn.isPending}
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          onClick={() => turn.mutate('undo')}
        >
          {t('import:undo.sure')}
        </Button>
        <Button size="xs" variant="default" onClick={onLeave}>
          {t('import:undo.notNow')}
        </Button>
      </Group>
      {turn.isError ? <Failure error={turn.error} while="saving" /> : null}
    </div>
  );
}

function Plan({ plan, taken }: { readonly plan: ImportUndoPlan; readonly taken: number }) {
  const t = useText();
  const { count } = useFormat();
  return (
    <>
      <Text size="sm" fw={600}>
        {taken === 0 ? t('import:undo.nothing') : t('import:undo.plan', { count: taken, shown: count(taken) })}
      </Text>
      {taken > 0 ? <Text size="sm">{t('import:undo.history')}</Text> : null}
      <Kept plan={plan} />
    </>
  );
}

/** Of an import that was taken back, what stayed. */
export function KeptOpportunities({ id }: { readonly id: string }) {
  const plan = useUndoPlan(id, true);
  if (plan.isPending) return <LoadingLines lines={2} />;
  if (plan.isError) return <Failure error={plan.error} onRetry={() => void plan.refetch()} />;
  return <Kept plan={plan.data} />;
}

function Kept({ plan: { kept, keptFirst } }: { readonly plan: ImportUndoPlan }) {
  const t = useText();
  const { count } = useFormat();
  if (kept === 0) return null;
  const more = kept - keptFirst.length;
  return (
    <>
      <Text size="sm" mt="xs">
        {t('import:undo.stays', { count: kept, shown: count(kept) })}
      </Text>
      <List size="sm" className={classes.kept}>
        {keptFirst.map(({ id, name }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={`/opportunities/${id}`} size="sm">
              {name}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {more > 0 ? <Text size="sm">{t('import:undo.more', { count: more, shown: count(more) })}</Text> : null}
    </>
  );
}
