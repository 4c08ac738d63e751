import { idFrom } from '@tandem/kernel';

/** Every id that stands anywhere in what an audit line keeps. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return idFrom(value) === null ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
