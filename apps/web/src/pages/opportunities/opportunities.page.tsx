import { useText } from '../../i18n/use-text';
import { PageHeader } from '../../components/page-header';

export function OpportunitiesPage() {
  const t = useText();
  return <PageHeader title={t('shell.pages.opportunities')} />;
}
