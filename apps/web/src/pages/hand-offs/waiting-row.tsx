import { Button, Kbd } from '@mantine/core';
import type { DeskOfferWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './desk.module.css';
import { standBeside } from './step-rows';
import type { Span } from './tell-clock';
import { useTeamName } from './use-team-name';
import { WorkingClock } from './working-clock';

interface WaitingRowProps {
  readonly offer: DeskOfferWire;
  readonly asOf: number;
  readonly spans: readonly Span[];
  readonly onAccept: () => void;
  readonly onReject: () => void;
}

/** One offer that waits: what it is, for whom, the clock, and the two answers for those who may give one. */
export function WaitingRow({ offer, asOf, spans, onAccept, onReject }: WaitingRowProps) {
  const t = useText();
  const nameOf = useName();
  const teamName = useTeamName();
  const { distance } = useFormat();
  const { accountName, opportunityName, offeredBy, toPerson } = offer;
  const when = distance(offer.offeredAt, asOf);
  return (
    <li className={classes.row} data-row={offer.id}>
      <div className={classes.about}>
        <Link to={`/opportunities/${offer.opportunityId}`} className={classes.name} data-row-link>
          {accountName ? nameOf(accountName) : opportunityName}
        </Link>
        {accountName ? <span className={classes.soft}>{opportunityName}</span> : null}
      </div>
      <WorkingClock offer={offer} asOf={asOf} spans={spans} />
      <div className={classes.parties}>
        {t('handOffs.from', { from: teamName(offer.fromTeamId), to: teamName(offer.toTeamId) })}
        {' · '}
        {toPerson ? t('desk:meant', { name: nameOf(toPerson.name) }) : t('desk:anybody')}
        {' · '}
        {offeredBy ? t('handOffs.offeredBy', { name: nameOf(offeredBy.name), when }) : t('handOffs.offered', { when })}
      </div>
      {offer.note ? <p className={classes.note}>{offer.note}</p> : null}
      {offer.mayAnswer ? (
        <div className={classes.answers}>
          <Button
            size="xs"
            rightSection={
              <Kbd size="xs" aria-hidden>
                A
              </Kbd>
            }
            onClick={(event) => {
              standBeside(event.currentTarget);
              onAccept();
            }}
          >
            {t('handOffs.accept')}
          </Button>
          <Button
            size="xs"
            variant="default"
            rightSection={
              <Kbd size="xs" aria-hidden>
                R
              </Kbd>
            }
            onClick={onReject}
          >
            {t('handOffs.reject')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
