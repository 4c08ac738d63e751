import type { ReactNode } from 'react';
import lines from './timeline.module.css';

interface EntryLineProps {
  readonly icon: ReactNode;
  readonly tone?: 'good' | 'bad' | 'seam' | undefined;
  readonly title: string;
  readonly when: string;
  readonly whenTitle?: string | undefined;
  readonly who?: string | undefined;
  readonly badges?: ReactNode;
  readonly details?: readonly string[];
  readonly note?: string | null;
}

/** One line of the story: what, when, who; then what changed beside it, and what was said. */
export function EntryLine({ icon, tone, title, when, whenTitle, who, badges, details = [], note }: EntryLineProps) {
  return (
    <>
      <span className={lines.icon} data-tone={tone} aria-hidden>
        {icon}
      </span>
      <div className={lines.head}>
        <strong>{title}</strong>
        <span className={lines.when} title={whenTitle}>
          {when}
          {who ? ` · ${who}` : ''}
        </span>
        {badges}
      </div>
      {details.length > 0 ? (
        <ul className={lines.details}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      ) : null}
      {note ? <p className={lines.note}>{note}</p> : null}
    </>
  );
}
