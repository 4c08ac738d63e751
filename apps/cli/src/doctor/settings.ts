/** Settings of a server by their names in lower case. */
export type Settings = ReadonlyMap<string, string>;

/** Null when the server has no such setting, which differs between MariaDB and MySQL and between versions. */
export const settingOf = (settings: Settings, ...names: readonly string[]): string | null =>
  names.map((name) => settings.get(name)).find((value) => value !== undefined) ?? null;

export const numberOf = (settings: Settings, name: string): number | null => {
  const value = Number(settings.get(name) ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
};

export const isOn = (value: string | null): boolean => ['1', 'ON', 'YES', 'TRUE'].includes(value?.toUpperCase() ?? '');

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people say them: `16 MB`. */
export function sizeOf(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** step;
  return `${amount < 10 && step > 0 ? amount.toFixed(1) : Math.round(amount)} ${units[step]}`;
}
