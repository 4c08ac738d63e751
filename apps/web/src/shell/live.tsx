import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followChanges } from '../api/follow-changes';
import { useMe } from '../api/session.api';
import { fetchPages } from './fetch-pages';
import { TourDoor } from './tour-door';

/** Keeps what is shown as others leave it, fetches the pages that may be gone to, and shows around whoever asks for it. */
export function Live() {
  const client = useQueryClient();
  const { may } = useMe();
  useEffect(() => fetchPages(may), [may]);
  useEffect(() => followChanges(client), [client]);
  return <TourDoor />;
}
