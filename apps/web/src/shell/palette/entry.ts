import type { TablerIcon } from '@tabler/icons-react';

/** One line of the palette: somewhere to go, or something to do. */
export interface Entry {
  readonly id: string;
  readonly icon: TablerIcon;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly detail?: string;
  /** A word at the end of the line, such as an outcome. */
  readonly mark?: string;
  /** The keys that do the same without the palette. */
  readonly keys?: readonly string[];
  /** The language of the label, where it is not the reader's. */
  readonly lang?: string;
  /** Other words it is found by. */
  readonly words?: string;
  /** Where it leads; in a new tab when Ctrl is held. */
  readonly to?: string;
  readonly act?: () => void;
}

/** Lines of one kind. */
export interface EntryGroup {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}
