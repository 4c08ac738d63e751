import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { OpportunityPatch, OpportunityWire } from '@tandem/contracts';
import { useState, type ReactNode } from 'react';
import type { Field } from '../../conflicts/use-field-words';
import { useEdit } from '../../deeds/use-edit';
import { useText } from '../../i18n/use-text';
import { EditFrame } from './edit-frame';
import classes from './fact.module.css';
import { useEditing } from './use-editing';

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A fact that nobody edits here. */
export const Fact = ({ label, children }: FactProps) => (
  <div className={classes.fact}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

interface EditableFactProps<Draft> extends FactProps {
  readonly opportunity: OpportunityWire;
  readonly field: Field;
  readonly initial: Draft;
  /** Figures stand on everything else, so that a closed opportunity keeps it. */
  readonly evenClosed?: boolean;
  readonly renderEditor: (draft: Draft, setDraft: (draft: Draft) => void) => ReactNode;
  /** The change to make; null while the draft is not valid. */
  readonly patchOf: (draft: Draft) => OpportunityPatch | null;
  readonly wishOf: (draft: Draft) => string;
}

/** A fact that is edited where it stands. */
export function EditableFact<Draft>({
  label,
  children,
  opportunity,
  evenClosed = false,
  ...edit
}: EditableFactProps<Draft>) {
  const t = useText();
  const { editing, opener, begin, end } = useEditing();
  const mayEdit = opportunity.mayEdit && (evenClosed || opportunity.outcome === 'open');
  if (!mayEdit) return <Fact label={label}>{children}</Fact>;
  return (
    <div className={classes.fact} data-editing={editing || undefined}>
      <dt>{label}</dt>
      <dd>
        {editing ? (
          <Editor opportunity={opportunity} label={label} onClose={end} {...edit} />
        ) : (
          <>
            <span className={classes.value}>{children}</span>
            <ActionIcon
              ref={opener}
              variant="subtle"
              color="gray"
              size="sm"
              className={classes.pencil}
              aria-label={t('common.edit', { field: label })}
              onClick={begin}
            >
              <IconPencil size={15} aria-hidden />
            </ActionIcon>
          </>
        )}
      </dd>
    </div>
  );
}

type EditorProps<Draft> = Omit<EditableFactProps<Draft>, 'children' | 'evenClosed'> & { readonly onClose: () => void };

function Editor<Draft>({
  opportunity,
  field,
  label,
  initial,
  renderEditor,
  patchOf,
  wishOf,
  onClose,
}: EditorProps<Draft>) {
  const { change, save } = useEdit(label, onClose);
  const [draft, setDraft] = useState(initial);
  return (
    <EditFrame
      opportunity={opportunity}
      change={change}
      wishes={[{ field, value: wishOf(draft) }]}
      onClose={onClose}
      onSave={(base) => {
        const patch = patchOf(draft);
        if (patch) save(base, patch);
      }}
    >
      {renderEditor(draft, setDraft)}
    </EditFrame>
  );
}
