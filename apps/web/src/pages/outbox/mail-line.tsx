import { Link } from 'react-router';
import type { DeliveryWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { DeliveryStateMark } from './delivery-state-mark';
import classes from './outbox.module.css';

interface MailLineProps {
  readonly delivery: DeliveryWire;
  readonly chosen: boolean;
  readonly to: string;
}

export function MailLine({ delivery, chosen, to }: MailLineProps) {
  const t = useText();
  const { instant } = useFormat();
  return (
    <li>
      <Link to={to} className={classes.line} aria-current={chosen || undefined} preventScrollReset>
        <span className={classes.to}>{delivery.to.name}</span>
        <DeliveryStateMark state={delivery.bounce ? 'bounced' : delivery.state} />
        <span className={classes.subject}>{delivery.subject ?? t('outbox.noSubject')}</span>
        <span className={classes.at}>{instant(delivery.sentAt ?? delivery.createdAt)}</span>
      </Link>
    </li>
  );
}
