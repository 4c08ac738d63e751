import { Anchor } from '@mantine/core';
import type { UpkeepLineWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useMe } from '../../api/session.api';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './administration.module.css';
import { VerdictMark } from './verdict-mark';

/** The page that shows more about a topic, and the right that opens it. */
const pageOf = {
  letters: { to: '/outbox', right: 'read_deliveries' },
  webhooks: { to: '/administration/webhooks', right: 'administer' },
  imports: { to: '/import', right: 'import' },
  verification: { to: '/administration/health', right: 'administer' },
} as const;
type Linked = keyof typeof pageOf;

const isLinked = (topic: string): topic is Linked => topic in pageOf;

/** One thing that has to work: how it stands, and what to do where it does not. */
export function UpkeepLine({ line }: { readonly line: UpkeepLineWire }) {
  const t = useText();
  const { instant, distance } = useFormat();
  const { topic, name, verdict, found, at, advice, details } = line;
  return (
    <li className={classes.line} data-verdict={verdict} data-topic={topic}>
      <VerdictMark verdict={verdict} />
      <h2 className={classes.name}>{name}</h2>
      <div className={classes.told}>
        <p>
          {found}
          {at === null ? null : (
            <span className={classes.soft} title={instant(at)}>
              {' '}
              · {distance(at)}
            </span>
          )}
        </p>
        {advice === null ? null : (
          <p className={classes.advice}>
            <strong>{t('administration:whatToDo')}</strong>
            {t('common.colon')}
            {advice}
          </p>
        )}
        {details.length === 0 ? null : <Details details={details} />}
      </div>
      <Way topic={topic} />
    </li>
  );
}

function Way({ topic }: { readonly topic: UpkeepLineWire['topic'] }) {
  const t = useText();
  const { may } = useMe();
  if (!isLinked(topic) || !may.includes(pageOf[topic].right)) return null;
  return (
    <Anchor component={Link} to={pageOf[topic].to} size="sm" className={classes.way}>
      {t(`administration:open.${topic}`)}
    </Anchor>
  );
}

function Details({ details }: { readonly details: UpkeepLineWire['details'] }) {
  const t = useText();
  const { instant } = useFormat();
  return (
    <details className={classes.details}>
      <summary>{t('administration:details')}</summary>
      <dl>
        {details.map(({ name, value, at }) => (
          <div key={`${name} ${value} ${at}`}>
            <dt>{name}</dt>
            <dd>
              {value}
              {at === null ? null : <span className={classes.soft}> · {instant(at)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
