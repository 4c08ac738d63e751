import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconTarget, type TablerIcon } from '@tabler/icons-react';
import type { FigureWire } from '@tandem/contracts';
import classes from '../../../components/figures/standing.module.css';
import { useText } from '../../../i18n/use-text';
import type { Verdict } from './judge-ending';

type Standing = NonNullable<FigureWire['standing']>;

/** Each verdict in the colour of the standing that asks for as much of the reader. */
const marks: Readonly<Record<Verdict, { readonly icon: TablerIcon; readonly standing: Standing }>> = {
  met: { icon: IconCircleCheck, standing: 'met' },
  sure: { icon: IconTarget, standing: 'on_track' },
  reach: { icon: IconAlertTriangle, standing: 'behind' },
  out: { icon: IconCircleX, standing: 'missed' },
  missed: { icon: IconCircleX, standing: 'missed' },
};

/** Whether the number will be met, as an icon and in words. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const t = useText();
  const { icon: Icon, standing } = marks[verdict];
  return (
    <strong className={classes.mark} data-standing={standing} data-verdict={verdict}>
      <Icon size={18} stroke={2} aria-hidden />
      {t(`outlook.verdict.${verdict}`)}
    </strong>
  );
}
