import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { ImportPreviewWire, ListMapping } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import { MatchColumns } from './match-columns';
import { MatchDates } from './match-dates';
import { MatchStages } from './match-stages';
import { mappingOf, unsaidOf, type Draft } from './draft-mapping';
import classes from './import.module.css';

interface MatchStepProps {
  readonly preview: ImportPreviewWire;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onBack: () => void;
  readonly onNext: (mapping: ListMapping) => void;
  readonly isStarting: boolean;
}

/** Which column and which stage is what: suggested, and every suggestion can be corrected. */
export function MatchStep({ preview, draft, onDraft, onBack, onNext, isStarting }: MatchStepProps) {
  const t = useText();
  const { fields, stages } = unsaidOf(preview, draft);
  const unsaid = [
    ...fields.map((field) => t(`import:field.${field}`)),
    ...(stages > 0 ? [t('import:stagesToSay', { count: stages })] : []),
    ...(/^[A-Z]{3}$/.test(draft.currency) ? [] : [t('import:currency')]),
  ];
  const mapping = mappingOf(preview, draft);
  return (
    <section className={classes.panel} aria-label={t('import:matchTitle')}>
      <h2 tabIndex={-1} data-step-title>
        {t('import:matchTitle')}
      </h2>
      {preview.remembered ? (
        <Alert variant="light" icon={<IconHistory aria-hidden />} mb="sm">
          {t('import:remembered')}
        </Alert>
      ) : (
        <Text size="sm" c="dimmed">
          {t('import:matchText')}
        </Text>
      )}
      <MatchColumns
        columns={preview.columns}
        chosen={draft.columns}
        onChoose={(columns) => onDraft({ ...draft, columns })}
      >
        <TextInput
          label={t('import:currency')}
          value={draft.currency}
          maxLength={3}
          autoCapitalize="characters"
          onChange={(event) => onDraft({ ...draft, currency: event.currentTarget.value.toUpperCase() })}
        />
      </MatchColumns>
      <MatchStages preview={preview} draft={draft} onDraft={onDraft} />
      <MatchDates preview={preview} draft={draft} onDraft={onDraft} />
      <Group justify="space-between" mt="md" gap="xs">
        <Button variant="default" onClick={onBack}>
          {t('import:back')}
        </Button>
        <Group gap="sm" role="status">
          {unsaid.length === 0 ? null : (
            <Text size="sm">{t('import:stillToSay', { what: unsaid.join(t('common.comma')) })}</Text>
          )}
          <Button disabled={!mapping} loading={isStarting} onClick={() => mapping && onNext(mapping)}>
            {t('import:check')}
          </Button>
        </Group>
      </Group>
    </section>
  );
}
