import { Notifications } from '@mantine/notifications';

/** Where short messages appear. Nobody needs it before something has been done, so it comes after the page. */
export const Notices = () => <Notifications position="bottom-right" limit={3} zIndex={190} />;
