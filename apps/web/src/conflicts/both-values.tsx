import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import classes from './conflict.module.css';

export interface BothRow {
  readonly label: string;
  readonly theirs: string;
  readonly yours: string;
}

interface BothValuesProps {
  readonly lead: string;
  readonly rows: readonly BothRow[];
  /** What else there is to know before one chooses. */
  readonly children?: ReactNode;
  /** Says what applying does, where it is more than that. */
  readonly apply?: string;
  readonly pending: boolean;
  readonly onKeep: () => void;
  readonly onApply: () => void;
}

/** What is true now beside what was wanted, and the choice between them; nothing is overwritten unseen. */
export function BothValues({ lead, rows, children, apply, pending, onKeep, onApply }: BothValuesProps) {
  const t = useText();
  return (
    <Alert role="alert" color="yellow" icon={<IconUsers aria-hidden />} title={t('opportunity.conflict.title')}>
      <Stack gap="sm">
        <Text size="sm">{lead}</Text>
        <table className={classes.both}>
          <thead>
            <tr>
              <th scope="col">
                <span className="spoken">{t('opportunity.conflict.what')}</span>
              </th>
              <th scope="col">{t('opportunity.conflict.now')}</th>
              <th scope="col">{t('opportunity.conflict.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, theirs, yours }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{theirs}</td>
                <td>
                  <strong>{yours}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {children}
        <Group gap="xs" justify="flex-end" className={classes.choice}>
          {/* Whoever came by key stands on the choice that overwrites nothing. */}
          <Button variant="default" autoFocus data-autofocus onClick={onKeep}>
            {t('opportunity.conflict.keep')}
          </Button>
          <Button loading={pending} onClick={onApply}>
            {apply ?? t('opportunity.conflict.apply')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
