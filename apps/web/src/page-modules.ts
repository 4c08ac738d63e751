import type { ComponentType } from 'react';
import type { Ahead } from './ahead';

/** What the module of a page holds: its component, and what it will ask the server for. */
export type PageModule = Readonly<Record<string, ComponentType>> & { readonly ahead?: Ahead };

const modules = import.meta.glob<PageModule>('./pages/**/*.page.tsx');

/** Every page is a chunk of its own, so that the board never waits for a chart; `file` is the one in `page-files`. */
export const pageModule = (file: string): Promise<PageModule> => modules[`./pages/${file}.page.tsx`]!();
