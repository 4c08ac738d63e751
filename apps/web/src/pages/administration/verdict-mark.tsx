import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import type { UpkeepLineWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import classes from './administration.module.css';

const icons = { good: IconCircleCheck, watch: IconAlertTriangle, bad: IconAlertOctagon, unknown: IconHelpCircle };

/** How it stands, by colour, icon and word. */
export function VerdictMark({ verdict }: { readonly verdict: UpkeepLineWire['verdict'] }) {
  const t = useText();
  const Icon = icons[verdict];
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <Icon size={18} aria-hidden />
      {t(`administration:verdict.${verdict}`)}
    </span>
  );
}
