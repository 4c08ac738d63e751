import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLink } from '@tabler/icons-react';
import type { Asked } from '../../../api/figures.api';
import { useMe } from '../../../api/session.api';
import { useText } from '../../../i18n/use-text';
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
  const copy = async () => {
    const { period, asOf = today } = asked;
    const link = permanentLink(window.location.href, { period, asOf, choices });
    try {
      await navigator.clipboard.writeText(link);
      notifications.show({ message: t('figures.link.copied') });
    } catch {
      // Without https, or without leave, there is no clipboard: the link itself can still be taken.
      notifications.show({ title: t('figures.link.take'), message: link, autoClose: false });
    }
  };
  return (
    <Button
      variant="default"
      size="xs"
      data-screen-only
      leftSection={<IconLink size={15} aria-hidden />}
      onClick={() => void copy()}
    >
      {t('figures.link.copy')}
    </Button>
  );
}
