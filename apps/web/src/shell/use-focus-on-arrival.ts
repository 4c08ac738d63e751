import { useEffect, useRef } from 'react';

/** After a change of page the focus stands on its heading, so that a screen reader says where one is. */
export function useFocusOnArrival(pathname: string): void {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    const heading = document.querySelector<HTMLElement>('#content [data-page-title]');
    (heading ?? document.getElementById('content'))?.focus({ preventScroll: true });
  }, [pathname]);
}
