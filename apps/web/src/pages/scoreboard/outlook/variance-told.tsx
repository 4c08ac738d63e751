import { Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { VarianceWire } from '@tandem/contracts';
import agree from '../../../components/figures/records-drawer.module.css';
import { useValue } from '../../../components/figures/use-shown';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import { BehindButton } from './behind-button';
import { addsUp, effectOf, isTold, largestReasons, untold, type Reason } from './tell-variance';
import classes from './why.module.css';

interface VarianceToldProps {
  readonly variance: VarianceWire;
  readonly onOpen: (behind: string) => void;
}

/** A variance in words, then its reasons as a list whose amounts add up to it. */
export function VarianceTold({ variance, onOpen }: VarianceToldProps) {
  const t = useText();
  const { tree, unavailable, notes } = variance;
  const asides = [...notes.map(({ detail }) => detail), ...(tree ? untold(tree) : [])];
  return (
    <>
      {unavailable ? <Text size="sm">{t('outlook.unavailable', { why: unavailable.detail })}</Text> : null}
      {tree ? (
        <>
          <Summary variance={variance} tree={tree} />
          <Reasons tree={tree} onOpen={onOpen} />
        </>
      ) : null}
      {asides.length === 0 ? null : (
        <Text size="xs" c="dimmed" component="div" mt={6}>
          {[...new Set(asides)].map((detail) => (
            <div key={detail}>{detail}</div>
          ))}
        </Text>
      )}
    </>
  );
}

function Summary({ variance, tree }: { readonly variance: VarianceWire; readonly tree: Reason }) {
  const t = useText();
  const { money } = useFormat();
  const effect = useEffectWords();
  const { baseline, actual, against } = variance;
  if (!baseline || !actual || !tree.value) return null;
  const missing = BigInt(tree.value.amountMinor);
  const distance = money({ ...tree.value, amountMinor: String(missing < 0n ? -missing : missing) });
  const way = missing > 0n ? 'less' : 'more';
  const largest = largestReasons(tree).slice(0, 3);
  return (
    <div className={classes.summary} data-why>
      <p>
        {t(`outlook.why.said.${against}`, { baseline: money(baseline), actual: money(actual) })}{' '}
        {t(missing === 0n ? 'outlook.why.difference.same' : `outlook.why.difference.${way}`, { distance })}
      </p>
      {largest.length === 0 ? null : (
        <p>
          {t('outlook.why.largest', {
            reasons: largest.map(({ name, value }) => `${name} ${value ? effect(value) : ''}`).join(t('common.comma')),
          })}
        </p>
      )}
    </div>
  );
}

function Reasons({ tree, onOpen }: { readonly tree: Reason; readonly onOpen: VarianceToldProps['onOpen'] }) {
  const t = useText();
  const agrees = addsUp(tree);
  return (
    <>
      <ul className={classes.reasons}>
        {(tree.children ?? []).filter(isTold).map((reason) => (
          <ReasonLine key={reason.key} reason={reason} onOpen={onOpen} />
        ))}
        <ReasonLine reason={{ ...tree, children: [], name: t('outlook.why.together') }} onOpen={onOpen} />
      </ul>
      <p className={agree.agree} data-agrees={agrees}>
        {agrees ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
        {t(agrees ? 'outlook.why.addsUp' : 'outlook.why.doesNotAddUp')}
      </p>
    </>
  );
}

function ReasonLine({ reason, onOpen }: { readonly reason: Reason; readonly onOpen: VarianceToldProps['onOpen'] }) {
  const driver = useDriverWords();
  const effect = useEffectWords();
  const { key, name, formula, value, children = [] } = reason;
  return (
    <li data-reason={key}>
      <div className={classes.line} title={formula}>
        <span>{name}</span>
        <span className={classes.driver}>{driver(reason)}</span>
        {value ? (
          <span className={classes.effect} data-effect={value.amountMinor}>
            <BehindButton behind={`variance.${key}`} name={name} value={effect(value)} onOpen={onOpen} />
          </span>
        ) : null}
      </div>
      {children.some(isTold) ? (
        <ul>
          {children.filter(isTold).map((child) => (
            <ReasonLine key={child.key} reason={child} onOpen={onOpen} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** `−US$80` for what a reason took away, `+US$40` for what it added. */
function useEffectWords(): (value: NonNullable<Reason['value']>) => string {
  const { money } = useFormat();
  return (value) => {
    const effect = effectOf(value);
    return `${BigInt(effect.amountMinor) > 0n ? '+' : ''}${money(effect)}`;
  };
}

/** The driver as planned and in fact, where it is one number. */
function useDriverWords(): (reason: Reason) => string | null {
  const t = useText();
  const shown = useValue();
  const { count } = useFormat();
  return ({ kind, baseline, actual }) => {
    if (!baseline || !actual || kind === 'rate' || kind === 'other') return null;
    // A plan made from a target may take a part of an opportunity: that is a number and no share.
    const number = (value: typeof baseline) =>
      kind === 'volume' && value.unit === 'ratio' ? count(Math.round(Number(value.ratio) * 10) / 10) : shown(value);
    return t('outlook.why.driver', { baseline: number(baseline), actual: number(actual) });
  };
}
