type Format = Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat;

/** Making one of them takes a hundred times as long as using it, and a board uses thousands. */
const kept = new Map<string, Format>();

function keeping<Options, Kind extends Format>(name: string, make: (locale: string, options: Options) => Kind) {
  return (locale: string, options: Options): Kind => {
    const key = `${name} ${locale} ${JSON.stringify(options)}`;
    const found = kept.get(key) ?? make(locale, options);
    kept.set(key, found);
    return found as Kind;
  };
}

export const numberFormat = keeping(
  'number',
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
export const dateFormat = keeping(
  'date',
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
export const distanceFormat = keeping(
  'distance',
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
