import { queryOptions, useQuery } from '@tanstack/react-query';
import type { MyDay, NewCall, OpportunityPatch, OpportunityWire } from '@tandem/contracts';
import { read, write } from './client';
import type { Seen } from './opportunities.api';

export const myDayKey = ['my-day'] as const;

export const myDayQuery = queryOptions({
  queryKey: myDayKey,
  queryFn: ({ signal }) => read<MyDay>('/my-day', {}, signal),
});

/** The time that is left to answer is told anew each minute. */
export const useMyDay = () => useQuery({ ...myDayQuery, refetchInterval: 60_000 });

/** Logs a call and sets the next step, both or neither. */
export const logCall = ({ id, version, ...body }: Seen & NewCall, key: string) =>
  write<OpportunityWire>({ method: 'POST', path: `/opportunities/${id}/calls`, body, version, key });

export const setStep = (
  { id, version, ...body }: Seen & Pick<OpportunityPatch, 'nextStep' | 'nextStepDate'>,
  key: string,
) => write<OpportunityWire>({ method: 'PATCH', path: `/opportunities/${id}`, body, version, key });
