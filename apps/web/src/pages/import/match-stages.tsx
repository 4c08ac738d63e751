import { NativeSelect, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { ImportPreviewWire } from '@tandem/contracts';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { stagesIn, type Draft } from './draft-mapping';
import classes from './import.module.css';

interface MatchStagesProps {
  readonly preview: ImportPreviewWire;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

/** What each written stage is in the shared funnel: an open stage, won, lost, or left out. */
export function MatchStages({ preview, draft, onDraft }: MatchStagesProps) {
  const t = useText();
  const nameOf = useName();
  const stages = stagesIn(preview, draft);
  const choices = [
    ...preview.stages.map(({ key, name }) => ({ value: key, label: nameOf(name) })),
    { value: 'won', label: t('import:stageWon') },
    { value: 'lost', label: t('import:stageLost') },
    { value: 'leave_out', label: t('import:stageLeaveOut') },
  ];
  return (
    <div className={classes.told}>
      <h3>{t('import:stagesTitle')}</h3>
      {stages === null ? <Text size="sm">{t('import:stagesTooMany')}</Text> : null}
      <ul className={classes.stages}>
        {stages?.map(({ written, rows, to }) => {
          const shown = written || t('import:stageEmpty');
          return (
            <li key={written} data-said={to !== null}>
              {to === null ? <IconCircleDashed size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
              <span>
                <strong>{shown}</strong>
                <br />
                <span className={classes.soft}>{t('import:stageRows', { count: rows })}</span>
              </span>
              <NativeSelect
                aria-label={`${t('import:field.stage')}${t('common.colon')}${shown}`}
                value={to ?? ''}
                data={[...(to === null ? [{ value: '', label: t('import:stageChoose') }] : []), ...choices]}
                onChange={(event) =>
                  onDraft({ ...draft, stages: new Map([...draft.stages, [written, event.currentTarget.value]]) })
                }
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
