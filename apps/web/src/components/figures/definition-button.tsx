import type { FigureWire, RangeWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import { CardButton } from './card-button';
import classes from './definition-button.module.css';
import { partName } from './part-name';
import { useFigureName, useValue } from './use-shown';

interface DefinitionProps {
  readonly figure: FigureWire;
  readonly range: RangeWire;
}

/** Opens what a figure of the scoreboard means, with what stands above and below its line. */
export function DefinitionButton({ figure, range }: DefinitionProps) {
  const name = useFigureName()(figure.key);
  return <CardButton metric={figure.key} name={name} range={range} parts={<Parts figure={figure} />} />;
}

function Parts({ figure }: Pick<DefinitionProps, 'figure'>) {
  const t = useText();
  const shown = useValue();
  return (
    <>
      {figure.parts.length === 0 ? null : (
        <dl className={classes.parts} aria-label={t('figures.definition.parts')}>
          {figure.parts.map(({ key, value }) => (
            <div key={key}>
              <dt>{partName(figure, key)}</dt>
              <dd>{value ? shown(value) : t('figures.notAvailable')}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
