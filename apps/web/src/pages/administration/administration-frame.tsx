import type { ReactNode } from 'react';
import { useSession } from '../../api/session.api';
import { PageHeader } from '../../components/page-header';
import { Empty } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { AdministrationParts } from './administration-parts';
import './administration-texts';

interface FrameProps {
  readonly title: string;
  readonly lead: string;
  /** The right that opens this page. */
  readonly right: 'administer' | 'look_after';
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Heading and parts of the administration around one of its pages; whoever may not see it is told so. */
export function AdministrationFrame({ title, lead, right, actions, children }: FrameProps) {
  const t = useText();
  // Asked as a query, so that the page sees when somebody else signs in.
  const may = useSession().data?.may ?? [];
  const isAllowed = may.includes(right);
  return (
    <>
      <PageHeader title={title} lead={lead} actions={isAllowed ? actions : undefined} />
      {isAllowed ? (
        <>
          <AdministrationParts may={may} />
          {children}
        </>
      ) : (
        <Empty title={t(right === 'administer' ? 'administration:health.notAllowed' : 'administration:notAllowed')} />
      )}
    </>
  );
}
