import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import { BehindButton } from './behind-button';
import classes from './pipeline-waterfall.module.css';
import { useSigned } from './use-signed';
import type { WaterfallViewProps } from './waterfall-chart';

/** The same lines as a table, with what was open after each. */
export function WaterfallTable({ bars, onOpen }: WaterfallViewProps) {
  const t = useText();
  const { count, money } = useFormat();
  const signed = useSigned();
  return (
    <div className={classes.scroll} role="group" aria-label={t('funnel.table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('outlook.waterfall.column.line')}</th>
            <th scope="col">{t('outlook.waterfall.column.amount')}</th>
            <th scope="col">{t('outlook.waterfall.column.count')}</th>
            <th scope="col">{t('outlook.waterfall.column.after')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.line.bucket} data-bucket={bar.line.bucket} data-tone={bar.tone}>
              <th scope="row">{bar.line.name}</th>
              <td>
                <BehindButton
                  behind={`waterfall.${bar.line.bucket}`}
                  name={bar.line.name}
                  value={signed(bar, bar.line.value)}
                  onOpen={onOpen}
                />
              </td>
              <td>{count(bar.line.count)}</td>
              <td>{money({ ...bar.line.value, amountMinor: bar.afterMinor })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
