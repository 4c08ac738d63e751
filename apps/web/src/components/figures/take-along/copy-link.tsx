import { notifications } from '@mantine/notifications';
import { IconLink } from '@tabler/icons-react';
import type { Asked } from '../../../api/figures.api';
import { useMe } from '../../../api/session.api';
import { useText } from '../../../i18n/use-text';
import { CopyButton } from '../../copy-button';
import { permanentLink } from './permanent-link';

export interface CopyLinkProps {
  readonly asked: Asked;
  /** What else decides what is shown, each a parameter of the address. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** Copies an address that shows everybody the same numbers on any later day. */
export function CopyLink({ asked, choices = {} }: CopyLinkProps) {
  const t = useText();
  const { today } = useMe().organisation;
  const { period, asOf = today } = asked;
  return (
    <CopyButton
      size="xs"
      data-screen-only
      leftSection={<IconLink size={15} aria-hidden />}
      words={t('figures.link.copy')}
      textOf={() => permanentLink(window.location.href, { period, asOf, choices })}
      onCopied={() => notifications.show({ message: t('figures.link.copied') })}
    />
  );
}
