import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { addDays } from './next-days';

/** How a day near today is said: `today`, `tomorrow`, `Thu 3 Dec`. */
export function useDueDay(): (day: string) => string {
  const t = useText();
  const format = useFormat();
  return (day) => {
    if (day === format.today) return t('myDay:due.today');
    if (day === addDays(format.today, 1)) return t('myDay:due.tomorrow');
    return `${format.weekday(day)} ${format.nearDay(day)}`;
  };
}
