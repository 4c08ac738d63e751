import type { MatrixAnswerWire } from '@tandem/contracts';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';

/** What the place is called that an opportunity moved from or to: a stage, or where it was before any and after all. */
export function usePlaceName(stages: MatrixAnswerWire['stages']): (place: string) => string {
  const t = useText();
  const nameOf = useName();
  return (place) => {
    if (place === 'created') return t('moves:created');
    if (place === 'lost' || place === 'cancelled') return t(`words:outcome.${place}`);
    const stage = stages.find(({ key }) => key === place);
    return stage ? nameOf(stage.name) : place;
  };
}
