import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followChanges } from '../api/follow-changes';

/** Keeps what is shown as others leave it. */
export function Live() {
  const client = useQueryClient();
  useEffect(() => followChanges(client), [client]);
  return null;
}
