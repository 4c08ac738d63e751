import { Button, Group, Modal, Stack } from '@mantine/core';
import type { OpportunityWire } from '@tandem/contracts';
import { useState, type ReactNode } from 'react';
import type { useChange } from '../../api/opportunities.api';
import { isProblem } from '../../api/problem-error';
import { Failure } from '../../components/states';
import type { Wish } from '../../conflicts/compare-states';
import { AskedConflict } from '../../conflicts/asked-choice';
import { useText } from '../../i18n/use-text';
import { isComposing } from '../../shell/is-typing';

interface EditFrameProps {
  readonly opportunity: OpportunityWire;
  readonly change: ReturnType<typeof useChange>;
  /** What is being changed into what, for the case that somebody was faster. */
  readonly wishes: readonly Wish[];
  /** `base` is what is changed: what was seen, or what is in force once somebody was faster. */
  readonly onSave: (base: OpportunityWire) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Editing in place: Enter saves, Escape leaves, and a change by somebody else is shown before it is overwritten. */
export function EditFrame({ opportunity, change, wishes, onSave, onClose, children }: EditFrameProps) {
  const t = useText();
  // News of others may arrive while somebody writes; what they saw as they began is what theirs is compared with.
  const [seen] = useState(opportunity);
  const stale = isProblem(change.error, 412) ? change.error : null;
  return (
    <>
      {/* Escape is heard from the fields within; the form itself is no control. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave(seen);
        }}
        onKeyDown={(event) => {
          // An input method is left by the same key, and takes nothing of what was written with it.
          if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event.nativeEvent)) onClose();
        }}
      >
        <Stack gap="xs">
          {children}
          {change.error && !stale ? <Failure error={change.error} while="saving" /> : null}
          <Group gap="xs">
            <Button type="submit" size="compact-sm" loading={change.isPending}>
              {t('common.save')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
      {stale ? (
        <Modal
          opened
          centered
          size="lg"
          title={opportunity.name}
          onClose={() => change.reset()}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <AskedConflict
            seen={seen}
            error={stale}
            wishes={wishes}
            pending={change.isPending}
            onKeep={onClose}
            onApply={onSave}
          />
        </Modal>
      ) : null}
    </>
  );
}
