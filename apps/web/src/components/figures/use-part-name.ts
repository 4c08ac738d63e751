import { useTranslation } from 'react-i18next';

/** The name of what stands above or below a figure's line. */
export function usePartName(): (part: string) => string {
  const { t, i18n } = useTranslation();
  return (part) => {
    const known = `figures.part.${part}`;
    return i18n.exists(known, { ns: 'web' }) ? t(known as 'figures.part.bookings') : part.replaceAll('_', ' ');
  };
}
