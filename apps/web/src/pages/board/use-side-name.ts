import { useText } from '../../i18n/use-text';
import type { SectionName } from './sections';

export function useSideName(): (name: SectionName) => string {
  const t = useText();
  return (name) => (name === 'won' ? t('board.won.title') : t(`words:side.${name}`));
}
