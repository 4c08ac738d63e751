import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useText } from '../i18n/use-text';

/** Where short messages appear. Nobody needs it before something has been done, so it comes after the page. */
export function Notices() {
  const t = useText();
  // Whoever says something anywhere need not think of the name of its cross.
  const theme = useMemo(() => {
    const closeButtonProps = { 'aria-label': t('common.close') };
    return { components: { Notification: { defaultProps: { closeButtonProps } } } };
  }, [t]);
  return (
    <MantineThemeProvider theme={theme}>
      <Notifications position="bottom-right" limit={3} zIndex={190} />
    </MantineThemeProvider>
  );
}
