import { Button, Modal, Stack, Text } from '@mantine/core';
import type { OpportunityWire, StageWire } from '@tandem/contracts';
import { isProblem } from '../api/problem-error';
import { useSentence } from '../components/states';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';
import { Conflict } from './conflict';
import type { Subject } from '../deeds/deed';

/** A move that needs a choice: somebody was faster, or this way is closed. */
export interface Stuck<Moved extends Subject = Subject> {
  readonly card: Moved;
  readonly to: StageWire;
  readonly error: Error;
}

export interface StuckDialogProps {
  readonly stuck: Stuck | null;
  readonly stages: readonly StageWire[];
  readonly onClose: () => void;
  readonly onApply: (now: OpportunityWire) => void;
  readonly onChoose: (to: StageWire) => void;
}

/** A move that was not made: the choice when somebody was faster, or the ways that are open instead. */
export function StuckDialog({ stuck, stages, onClose, onApply, onChoose }: StuckDialogProps) {
  const t = useText();
  const nameOf = useName();
  if (stuck === null) return null;
  const { card, to, error } = stuck;
  const stale = isProblem(error, 412);
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={stale ? card.name : t('opportunity.notAllowed.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {stale ? (
        <Conflict
          seen={card}
          error={error}
          wishes={[{ field: 'stage', value: nameOf(to.name) }]}
          pending={false}
          onKeep={onClose}
          onApply={onApply}
        />
      ) : (
        <Refused error={error} stages={stages} onChoose={onChoose} />
      )}
    </Modal>
  );
}

function Refused({
  error,
  stages,
  onChoose,
}: Pick<StuckDialogProps, 'stages' | 'onChoose'> & { readonly error: Error }) {
  const t = useText();
  const nameOf = useName();
  const sentence = useSentence(error);
  const allowed = stages.filter(({ id }) => allowedBy(error).includes(id));
  return (
    <Stack gap="md">
      <Text size="sm">{sentence}</Text>
      <Text size="sm" c="dimmed">
        {allowed.length > 0 ? t('opportunity.notAllowed.allowed') : t('opportunity.notAllowed.none')}
      </Text>
      {allowed.map((stage) => (
        <Button key={stage.id} variant="light" onClick={() => onChoose(stage)}>
          {nameOf(stage.name)}
        </Button>
      ))}
    </Stack>
  );
}

function allowedBy(error: Error): string[] {
  const allowed = isProblem(error) ? error.problem.facts?.['allowed'] : undefined;
  if (!Array.isArray(allowed)) return [];
  return allowed.map((one: { stageId?: unknown }) => String(one.stageId));
}
