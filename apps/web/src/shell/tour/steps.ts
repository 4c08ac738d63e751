import type { Me } from '@tandem/contracts';

/** One stop of the tour: the page it is told on, and what it points at, by the mark of the part. */
export interface Stop {
  readonly name: 'work' | 'search' | 'handOffs' | 'figures' | 'meetings' | 'keys';
  /** Null for wherever one is. */
  readonly path: string | null;
  /** Where the part itself is folded away, as the navigation on a phone, the button that unfolds it stands for it. */
  readonly marks: readonly string[];
}

export const stopsOf = (role: Me['person']['role']): readonly Stop[] => [
  {
    name: 'work',
    path: role === 'rep' ? '/my-day' : '/board',
    marks: [role === 'rep' ? 'myDay' : 'board', 'menu'],
  },
  { name: 'search', path: null, marks: ['search'] },
  { name: 'handOffs', path: '/hand-offs', marks: ['handOffs', 'menu'] },
  { name: 'figures', path: '/scoreboard', marks: ['definition', 'scoreboard', 'menu'] },
  { name: 'meetings', path: '/meetings', marks: ['meetings', 'menu'] },
  { name: 'keys', path: null, marks: ['person', 'menu'] },
];
