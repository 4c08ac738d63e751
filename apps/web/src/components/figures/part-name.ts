import type { FigureWire } from '@tandem/contracts';

/** What a part of a figure is called, in the reader's language; its key, readable, where the server gave no name. */
export const partName = ({ parts }: Pick<FigureWire, 'parts'>, key: string): string =>
  parts.find((part) => part.key === key)?.name ?? key.replaceAll('_', ' ');
