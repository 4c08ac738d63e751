import { lazy, Suspense } from 'react';
import type { CopyLinkProps } from './take-along/copy-link';
import type { CsvButtonProps } from './take-along/csv-button';
import type { PictureButtonProps } from './take-along/picture-button';

// What takes a figure along comes after the figure: most visits want none of it.
const buttons = () => import('./take-along/buttons');
const Copy = lazy(async () => ({ default: (await buttons()).CopyLink }));
const Csv = lazy(async () => ({ default: (await buttons()).CsvButton }));
const Picture = lazy(async () => ({ default: (await buttons()).PictureButton }));

export const CopyLink = (props: CopyLinkProps) => (
  <Suspense fallback={null}>
    <Copy {...props} />
  </Suspense>
);

export const CsvButton = (props: CsvButtonProps) => (
  <Suspense fallback={null}>
    <Csv {...props} />
  </Suspense>
);

export const PictureButton = (props: PictureButtonProps) => (
  <Suspense fallback={null}>
    <Picture {...props} />
  </Suspense>
);
