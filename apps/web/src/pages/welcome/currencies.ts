/** The currencies in use (ISO 4217), those most of our readers keep their books in first. */
const codes = (
  'TWD USD EUR JPY HKD SGD CNY KRW GBP AUD CAD CHF ' +
  'AED AFN ALL AMD AOA ARS AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CDF CLP COP CRC CUP CVE CZK DJF DKK ' +
  'DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD KES KGS KHR KMF KPW KWD KYD ' +
  'KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP ' +
  'PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TZS UAH UGX UYU ' +
  'UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'
).split(' ');

/** With their names in the reader's language. */
export function currencyChoices(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  return codes.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}

/** Every time zone this browser knows; the present one even if it does not list it. */
export function zoneChoices(present: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([present, 'UTC', ...known])].filter(Boolean);
}
