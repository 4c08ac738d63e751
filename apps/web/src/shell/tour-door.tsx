import { lazy, Suspense, useEffect, useState } from 'react';
import { useRememberTour } from '../api/session.api';
import { takeTourAsked, tourAsked } from './open-tour';

const Tour = lazy(async () => ({ default: (await import('./tour/tour')).Tour }));

/** Shows around whoever asks for it; the code comes only then. However it ends, it is not offered again. */
export function TourDoor() {
  const [opened, setOpened] = useState(false);
  const remember = useRememberTour();
  useEffect(() => {
    const open = () => {
      if (takeTourAsked()) setOpened(true);
    };
    open();
    window.addEventListener(tourAsked, open);
    return () => window.removeEventListener(tourAsked, open);
  }, []);
  if (!opened) return null;
  return (
    <Suspense>
      <Tour
        onEnd={() => {
          setOpened(false);
          remember();
          document.getElementById('content')?.focus({ preventScroll: true });
        }}
      />
    </Suspense>
  );
}
