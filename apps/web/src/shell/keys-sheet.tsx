import { Kbd, Modal, Stack, Table, Title } from '@mantine/core';
import { useText } from '../i18n/use-text';
import { modifier } from './open-palette';

/** What the keys do, place by place. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <Modal
      opened
      onClose={onClose}
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
