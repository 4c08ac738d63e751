import { Button, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSignature, IconSignatureOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Me } from '@tandem/contracts';
import { useSignTarget, type JointTarget } from '../../api/figures.api';
import { isProblem } from '../../api/problem-error';
import { useMe } from '../../api/session.api';
import { useFigureName, usePeriodName, useValue } from '../../components/figures/use-shown';
import { Failure } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './signatures.module.css';

const sides = ['sales', 'marketing'] as const;

/** The side somebody signs for: a manager for their own, the revenue officer for sales. */
function signingSide({ role, side }: Me['person']): (typeof sides)[number] | null {
  if (role === 'revenue_officer') return 'sales';
  return role === 'manager' && side !== 'other' ? side : null;
}

/** Whether both heads committed to a target, in a word; a head whose side has not signed may do it here. */
export function SignatureMark({ target }: { readonly target: JointTarget | undefined }) {
  const t = useText();
  const { person } = useMe();
  const [signing, setSigning] = useState(false);
  if (!target) return null;
  const signers = { sales: target.salesSigner, marketing: target.marketingSigner };
  const missing = sides.filter((side) => signers[side] === null);
  const own = signingSide(person);
  return (
    <span className={classes.mark} data-signed={missing.length === 0}>
      {missing.length === 0 ? <IconSignature size={15} aria-hidden /> : <IconSignatureOff size={15} aria-hidden />}
      {missing.length === 0
        ? t('scoreboard.bothSigned')
        : t('scoreboard.unsignedBy', { sides: missing.map((side) => t(`words:side.${side}`)).join(', ') })}
      {own !== null && missing.includes(own) ? (
        <Button size="compact-xs" variant="light" data-screen-only onClick={() => setSigning(true)}>
          {t('scoreboard.sign')}
        </Button>
      ) : null}
      <SignDialog target={target} opened={signing} onClose={() => setSigning(false)} />
    </span>
  );
}

/** Who committed which side to the target and when; a head whose side has not signed may do it here. */
export function Signatures({ target }: { readonly target: JointTarget | undefined }) {
  const t = useText();
  const { instant } = useFormat();
  const nameOf = useName();
  const { person } = useMe();
  const [signing, setSigning] = useState(false);
  if (!target) return <span>{t('scoreboard.uncommitted')}</span>;
  const signers = { sales: target.salesSigner, marketing: target.marketingSigner };
  const own = signingSide(person);
  return (
    <ul className={classes.signatures}>
      {sides.map((side) => {
        const signer = signers[side];
        return (
          <li key={side} data-side={side} data-signed={signer !== null}>
            {signer ? <IconSignature size={20} aria-hidden /> : <IconSignatureOff size={20} aria-hidden />}
            <span>
              <strong>{t(`words:side.${side}`)}</strong>
              <br />
              {signer
                ? t('scoreboard.signed', { name: nameOf(signer.name), at: instant(signer.at) })
                : t('scoreboard.unsigned')}
            </span>
            {own === side && signer === null ? (
              <Button size="xs" variant="light" onClick={() => setSigning(true)}>
                {t('scoreboard.sign')}
              </Button>
            ) : null}
          </li>
        );
      })}
      <SignDialog target={target} opened={signing} onClose={() => setSigning(false)} />
    </ul>
  );
}

interface SignDialogProps {
  readonly target: JointTarget;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function SignDialog({ target, opened, onClose }: SignDialogProps) {
  const t = useText();
  const { person } = useMe();
  const nameOf = useName();
  const figure = useFigureName()(target.figureKey);
  const period = usePeriodName()(target.periodKey);
  const value = useValue()(target.value);
  const sign = useSignTarget();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('scoreboard.signTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      centered
    >
      <Text size="sm">{t('scoreboard.signText', { figure, value, period })}</Text>
      {sign.isError ? <Failure error={sign.error} while="saving" /> : null}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('scoreboard.cancel')}
        </Button>
        <Button
          loading={sign.isPending}
          onClick={() =>
            sign.mutate(target, {
              onSuccess: () => {
                notifications.show({ message: t('scoreboard.signedNow') });
                onClose();
              },
              onError: (error) => {
                if (!isProblem(error, 412)) return;
                notifications.show({ color: 'yellow', message: t('scoreboard.stale') });
                onClose();
              },
            })
          }
        >
          {t('scoreboard.signConfirm', { name: nameOf(person.name) })}
        </Button>
      </Group>
    </Modal>
  );
}
