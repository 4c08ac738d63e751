import { useEffect, useState } from 'react';

const everyMs = 1_000;
let aheadMs = 0;

/** The clocks of people who look at one thing together differ; the server's is the one they count by. */
export const setServerClock = (readAt: string): void => void (aheadMs = Date.parse(readAt) - Date.now());

const serverNow = (): number => Date.now() + aheadMs;

/** The server's time, second by second. */
export function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
