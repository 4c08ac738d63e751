import type { Asked } from '../../../api/figures.api';
import { PipelineWaterfall } from './pipeline-waterfall';
import type { Wishes } from './read-behind';
import { Why } from './why';

interface PipelineAndWhyProps {
  readonly asked: Asked;
  readonly wishes: Wishes;
  readonly parameter: (name: string) => string | null;
  /** The first figures are there: now the rest may be asked for. */
  readonly enabled: boolean;
  readonly isOver: boolean;
  readonly onAsk: (changes: Readonly<Record<string, string | null>>) => void;
  readonly onOpen: (behind: string) => void;
}

/** What stands below the shared figures: how pipeline got where it is, and why there is more or less than planned. */
export function PipelineAndWhy({ parameter, enabled, isOver, ...asking }: PipelineAndWhyProps) {
  return (
    <>
      <PipelineWaterfall
        {...asking}
        closing={asking.wishes.closing}
        view={parameter('pipeline') === 'table' ? 'table' : 'chart'}
        enabled={enabled}
        isOver={isOver}
      />
      <Why {...asking} isOpen={parameter('why') !== null} />
    </>
  );
}
