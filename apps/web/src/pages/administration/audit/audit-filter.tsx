import { Button, Select, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { AuditLineListWire } from '@tandem/contracts';
import { auditCsv } from '../../../api/audit.api';
import { PersonSelect } from '../../../components/person-select';
import { useText } from '../../../i18n/use-text';
import classes from './audit.module.css';
import type { AuditFilterInUse } from './use-audit-filter';

interface Props {
  readonly filter: AuditFilterInUse;
  readonly kinds: AuditLineListWire['kinds'];
}

/** Who, what and when; and the way to all of it as a file. */
export function AuditFilter({ filter, kinds }: Props) {
  const t = useText();
  return (
    <div className={classes.filter} role="search" aria-label={t('administration:audit.title')}>
      <PersonSelect
        label={t('administration:audit.who')}
        placeholder={t('administration:audit.anybody')}
        clearable
        value={filter.value('who')}
        onPerson={(who) => filter.set({ who })}
      />
      <Select
        label={t('administration:audit.kind')}
        placeholder={t('administration:audit.anything')}
        searchable
        clearable
        data={kinds.map(({ kind, name }) => ({ value: kind, label: name }))}
        value={filter.value('kind')}
        onChange={(kind) => filter.set({ kind })}
      />
      <TextInput
        type="date"
        label={t('administration:audit.from')}
        value={filter.value('from') ?? ''}
        onChange={({ currentTarget }) => filter.set({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('administration:audit.to')}
        value={filter.value('to') ?? ''}
        onChange={({ currentTarget }) => filter.set({ to: currentTarget.value })}
      />
      <Button
        component="a"
        href={auditCsv(filter.asked)}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('administration:audit.download')}
      </Button>
    </div>
  );
}
