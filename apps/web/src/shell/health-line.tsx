import { IconAlertOctagon } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useHealth } from '../api/health.api';
import { useMe } from '../api/session.api';
import { useFormat } from '../formats/use-format';
import { useText } from '../i18n/use-text';
import { findTrouble, type Trouble } from './find-trouble';
import classes from './health-line.module.css';

/** A red line above every page of an administrator while something is off with the records or the worker. */
export function HealthLine() {
  const mayLook = useMe().may.includes('administer');
  const { data, dataUpdatedAt } = useHealth(mayLook);
  const trouble = mayLook && data ? findTrouble(data, dataUpdatedAt) : null;
  // The place stands there before the words come, so that a screen reader says them when they do.
  return <div role="alert">{trouble ? <Words trouble={trouble} /> : null}</div>;
}

function Words({ trouble }: { readonly trouble: Trouble }) {
  const t = useText();
  const sentence = useSentenceOf(trouble);
  return (
    <div className={classes.line}>
      <IconAlertOctagon size={20} aria-hidden />
      <strong className={classes.words}>{sentence}</strong>
      <Link to={pageOf[trouble.kind]} className={classes.link}>
        {t('health.line.look')}
      </Link>
    </div>
  );
}

/** Records have their laws, workers and what they are behind with have their lines. */
const pageOf: Readonly<Record<Trouble['kind'], string>> = {
  broken: '/administration/health',
  failed: '/administration/health',
  overdue: '/administration/health',
  behind: '/administration',
  silent: '/administration',
};

function useSentenceOf(trouble: Trouble): string {
  const t = useText();
  const { instant } = useFormat();
  switch (trouble.kind) {
    case 'broken':
      return t('health.line.broken', { count: trouble.laws });
    case 'behind':
      return t('health.line.behind', { count: trouble.waiting });
    case 'failed':
      return t('health.line.failed');
    case 'overdue':
      return t('health.line.overdue', { at: instant(trouble.since) });
    case 'silent':
      return t('health.line.silent', { at: instant(trouble.since) });
  }
}
