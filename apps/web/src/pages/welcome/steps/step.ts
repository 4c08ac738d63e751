import type { Draft } from '../draft';

/** What a step of the wizard shows and changes. */
export interface StepProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}
