import { useText } from '../../i18n/use-text';
import { PageHeader } from '../../components/page-header';

export function ImportPage() {
  const t = useText();
  return <PageHeader title={t('shell.pages.import')} />;
}
