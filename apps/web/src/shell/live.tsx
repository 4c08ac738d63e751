import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followChanges } from '../api/follow-changes';
import { TourDoor } from './tour-door';

/** Keeps what is shown as others leave it, and shows around whoever asks for it. */
export function Live() {
  const client = useQueryClient();
  useEffect(() => followChanges(client), [client]);
  return <TourDoor />;
}
