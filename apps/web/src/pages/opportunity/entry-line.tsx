import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import lines from './timeline.module.css';

interface EntryLineProps {
  readonly icon: ReactNode;
  readonly tone?: 'good' | 'bad' | 'seam' | undefined;
  readonly title: string;
  /** It never was: struck through. A link says in words who took it back. */
  readonly gone?: boolean;
  readonly when: string;
  readonly whenTitle?: string | undefined;
  readonly who?: string | undefined;
  readonly badges?: ReactNode;
  readonly details?: readonly string[];
  /** To other entries of the same story, by their anchors. */
  readonly links?: readonly { readonly to: string; readonly says: string }[];
  readonly note?: string | null;
}

/** One line of the story: what, when, who; then what changed beside it, what it has to do with, and what was said. */
export function EntryLine({ details = [], links = [], ...props }: EntryLineProps) {
  const { icon, tone, title, gone = false, when, whenTitle, who, badges, note } = props;
  return (
    <>
      <span className={lines.icon} data-tone={gone ? undefined : tone} aria-hidden>
        {icon}
      </span>
      <div className={lines.head}>
        <strong>{gone ? <del className={lines.gone}>{title}</del> : title}</strong>
        <span className={lines.when} title={whenTitle}>
          {when}
          {who ? ` · ${who}` : ''}
        </span>
        {badges}
      </div>
      {details.length + links.length > 0 ? (
        <ul className={lines.details}>
          {details.map((detail) => (
            <li key={detail} className={gone ? lines.gone : undefined}>
              {detail}
            </li>
          ))}
          {links.map(({ to, says }) => (
            <li key={to}>
              <Anchor href={`#${to}`} inherit underline="always">
                {says}
              </Anchor>
            </li>
          ))}
        </ul>
      ) : null}
      {note ? <p className={lines.note}>{note}</p> : null}
    </>
  );
}

export function EntryBadge({ says, title }: { readonly says: string; readonly title?: string }) {
  return (
    <span className={lines.badge} title={title}>
      {says}
    </span>
  );
}
