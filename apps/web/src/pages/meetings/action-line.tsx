import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import type { ActionWire } from '@tandem/contracts';
import { useSettleAction } from '../../api/meetings.api';
import { isProblem } from '../../api/problem-error';
import { useSentence } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './action-line.module.css';

interface ActionLineProps {
  readonly action: ActionWire;
  readonly agendaId: string;
}

/** One agreed action with its owner and day; ticking it takes effect at once and comes back when it could not be saved. */
export function ActionLine({ action, agendaId }: ActionLineProps) {
  const t = useText();
  const nameOf = useName();
  const { day, instant } = useFormat();
  const settle = useSettleAction(agendaId);
  const refused = useSentence(settle.error);
  const turn = (state: ActionWire['state']) =>
    settle.mutate(
      { id: action.id, version: action.version, state },
      {
        onError: (error) =>
          notifications.show({
            color: 'yellow',
            message: t(isProblem(error, 412) ? 'meetings.actionStale' : 'meetings.failedTick'),
          }),
      },
    );
  return (
    <li className={classes.line} data-state={action.state} data-action={action.id}>
      <Checkbox
        checked={action.state === 'done'}
        disabled={!action.maySettle || action.state === 'dropped'}
        aria-label={t('meetings.tick', { title: action.title })}
        onChange={(event) => turn(event.currentTarget.checked ? 'done' : 'open')}
      />
      <div className={classes.words}>
        <span className={classes.title}>{action.title}</span>
        <span className={classes.facts}>
          {nameOf(action.owner.name)}
          {' · '}
          {action.overdue && action.state === 'open' ? (
            <span className={classes.overdue}>
              <IconAlertTriangle size={14} aria-hidden /> {t('meetings.overdue', { day: day(action.dueDate) })}
            </span>
          ) : (
            t('meetings.due', { day: day(action.dueDate) })
          )}
          {action.state === 'dropped' ? ` · ${t('meetings.actionState.dropped')}` : null}
          {action.state === 'done' && action.settledAt
            ? ` · ${t('meetings.settled', { at: instant(action.settledAt) })}`
            : null}
        </span>
        {settle.isError && !isProblem(settle.error, 412) ? (
          <span className={classes.overdue} role="alert">
            {refused}
          </span>
        ) : null}
      </div>
      {action.maySettle && action.state !== 'done' ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={action.title}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {action.state === 'open' ? (
              <Menu.Item onClick={() => turn('dropped')}>{t('meetings.dropAction')}</Menu.Item>
            ) : (
              <Menu.Item onClick={() => turn('open')}>{t('meetings.reopenAction')}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  );
}
