import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { sumOf, type Sections } from './sections';

/** What is open on the board in one line. */
export function BoardSummary({ sections }: { readonly sections: Sections }) {
  const t = useText();
  const format = useFormat();
  const { count, total, weighted } = sumOf([...sections.marketing, ...sections.sales]);
  const exact = total && weighted ? `${format.money(total)} · ${format.money(weighted)}` : '';
  return (
    <span title={`${t('board.summaryTip')} ${exact}`}>
      {t('board.summary', {
        count: format.count(count),
        total: total ? format.compactMoney(total) : t('board.column.noTotal'),
        weighted: weighted ? format.compactMoney(weighted) : '–',
      })}
    </span>
  );
}
