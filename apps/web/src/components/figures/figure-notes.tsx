import { Text } from '@mantine/core';
import type { FigureWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';

/** What must be said beside a number: why there is none, how sure it is, and what is missing in it. */
export function FigureNotes({ figure }: { readonly figure: Pick<FigureWire, 'unavailable' | 'notes' | 'interval'> }) {
  const t = useText();
  const { ratio } = useFormat();
  const { unavailable, notes, interval } = figure;
  if (!unavailable && !interval && notes.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" component="div" mb={4}>
      {unavailable ? <div>{unavailable.detail}</div> : null}
      {interval ? (
        <div title={t('figures.intervalWhy')}>
          {t('figures.interval', { low: ratio(interval.low), high: ratio(interval.high) })}
        </div>
      ) : null}
      {notes.map(({ code, detail }) => (
        <div key={code}>{detail}</div>
      ))}
    </Text>
  );
}
