import { IconCheck, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { MoveWire, OpportunityWire, StageWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { visitsOf } from './effective-moves';
import classes from './stage-steps.module.css';

interface StageStepsProps {
  readonly opportunity: OpportunityWire;
  readonly stages: readonly StageWire[];
  readonly moves: readonly MoveWire[];
}

/** The way through the funnel from both sides: the seller's stage, and the customer's step it answers to. */
export function StageSteps({ opportunity, stages, moves }: StageStepsProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const visits = visitsOf(moves);
  const first = stages.findIndex(({ id }) => visits.has(id));
  const here = stages.findIndex(({ id }) => id === opportunity.stageId);
  return (
    <ol className={classes.steps} aria-label={t('opportunity.stages.title')}>
      {stages.map((stage, at) => (
        <li
          key={stage.id}
          className={classes.step}
          data-side={stage.class === 'won' ? 'won' : stage.ownerSide}
          data-state={stateOf(stage, at)}
          data-far={isFar(stage, at) || undefined}
          data-seam={(at > 0 && stages[at - 1]?.ownerSide !== stage.ownerSide) || undefined}
          aria-current={at === here ? 'step' : undefined}
        >
          <span
            className={classes.buyer}
            title={t('opportunity.stages.buyer', { step: t(`words:buyerStep.${stage.buyerStep}`) })}
          >
            {stages[at - 1]?.buyerStep === stage.buyerStep ? '' : t(`words:buyerStep.${stage.buyerStep}`)}
          </span>
          <span className={classes.bar} aria-hidden />
          <span className={classes.name}>
            {markOf(stage, at)}
            {nameOf(stage.name)}
          </span>
          <span className={classes.when}>{whenOf(stage, at)}</span>
        </li>
      ))}
    </ol>
  );

  function stateOf(stage: StageWire, at: number): 'here' | 'entered' | 'ahead' {
    if (at === here) return 'here';
    return visits.has(stage.id) ? 'entered' : 'ahead';
  }

  /** On a phone only the way behind and the next stage are shown. */
  function isFar(stage: StageWire, at: number): boolean {
    return at !== here && at !== here + 1 && !visits.has(stage.id);
  }

  function markOf(stage: StageWire, at: number) {
    if (at === here) return <IconPlayerPlayFilled size={12} aria-hidden />;
    return visits.has(stage.id) ? <IconCheck size={12} aria-hidden /> : null;
  }

  function whenOf(stage: StageWire, at: number): string {
    const visit = visits.get(stage.id);
    if (!visit) return at > first && at < here ? t('opportunity.stages.skipped') : '';
    const last = format.day(format.dayOf(visit.last));
    return visit.times > 1 ? `${last} (${visit.times}×)` : last;
  }
}
