import { Kbd, Modal, Stack, Table, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/use-text';
import { useNavigate } from 'react-router';
import { keyedPages } from './pages';
import { isTyping } from './is-typing';
import { modifier } from './open-palette';

const opening = 'tandem:keys';

export const openKeys = (): void => void window.dispatchEvent(new Event(opening));

/** `?` shows the keys, `g` and a letter goes to a page. */
export function Keys() {
  const t = useText();
  const [opened, setOpened] = useState(false);
  useGoing();
  useEffect(() => {
    const open = () => setOpened(true);
    const listen = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event)) open();
    };
    window.addEventListener(opening, open);
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener(opening, open);
      window.removeEventListener('keydown', listen);
    };
  }, []);
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <Sheet
          title={t('shell.keys.anywhere')}
          rows={[
            [[modifier, 'K'], t('shell.keys.palette')],
            [['?'], t('shell.keys.help')],
            [[modifier, 'Z'], t('shell.keys.undo')],
            [['g', 'd / b / o / h / f / s / m / p'], t('shell.keys.go')],
          ]}
        />
        <Sheet
          title={t('shell.keys.inPalette')}
          rows={[
            [['↑', '↓'], t('shell.keys.choose')],
            [['Enter'], t('shell.keys.take')],
            [[modifier, 'Enter'], t('shell.keys.aside')],
            [['Esc'], t('common.close')],
          ]}
        />
        <Sheet
          title={t('shell.keys.onBoard')}
          rows={[
            [['←', '↑', '↓', '→'], t('shell.keys.focus')],
            [['[', ']'], t('shell.keys.stage')],
            [['m'], t('shell.keys.move')],
            [['w'], t('shell.keys.win')],
            [['l'], t('shell.keys.lose')],
            [['Enter'], t('shell.keys.openCard')],
            [['n'], t('shell.keys.create')],
            [['v'], t('shell.keys.views')],
            [['/'], t('shell.keys.search')],
          ]}
        />
        <Sheet
          title={t('shell.keys.onDesk')}
          rows={[
            [['←', '↑', '↓', '→'], t('shell.keys.row')],
            [['a'], t('shell.keys.accept')],
            [['r'], t('shell.keys.reject')],
            [['o'], t('shell.keys.offerAgain')],
            [['Enter'], t('shell.keys.openCard')],
          ]}
        />
        <Sheet
          title={t('shell.keys.inMeeting')}
          rows={[
            [['n'], t('shell.keys.nextItem')],
            [['a'], t('shell.keys.newAction')],
            [['d'], t('shell.keys.decision')],
            [['p'], t('shell.keys.park')],
            [['e'], t('shell.keys.escalate')],
          ]}
        />
      </Stack>
    </Modal>
  );
}

function Sheet({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string[], string])[] }) {
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(([keys, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td w={170}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function useGoing(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let pressed = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === 'g') {
        pressed = event.timeStamp;
        return;
      }
      const page = event.timeStamp - pressed < 1500 ? keyedPages.find(({ key }) => key === event.key) : undefined;
      pressed = Number.NEGATIVE_INFINITY;
      if (!page) return;
      event.preventDefault();
      // The letter after `g` belongs to going, not to what the page does with it.
      event.stopImmediatePropagation();
      void navigate(page.to);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [navigate]);
}
