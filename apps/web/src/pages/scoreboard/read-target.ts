import type { FigureValue, FigureWire } from '@tandem/contracts';
import { readMoney, typedMoney } from '../../formats/money';

/** Reads what a person typed as a target: per cent for a ratio (two decimals at most), a whole number, or an amount. */
export function readTarget(typed: string, unit: FigureWire['unit'], currency: string): FigureValue | null {
  switch (unit) {
    case 'ratio':
      return readPercent(typed);
    case 'count':
      return /^\d{1,3}(,\d{3})+$|^\d{1,9}$/.test(typed.trim())
        ? { unit, count: Number(typed.replaceAll(',', '')) }
        : null;
    case 'money': {
      const money = readMoney(typed, currency);
      return money && { unit, money };
    }
  }
}

/** What stands in the field for a target that is already set. */
export function typedTarget(value: FigureValue): string {
  switch (value.unit) {
    case 'ratio':
      return String(Math.round(Number(value.ratio) * 10_000) / 100);
    case 'count':
      return String(value.count);
    case 'money':
      return typedMoney(value.money);
  }
}

function readPercent(typed: string): FigureValue | null {
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (!match) return null;
  const [, whole = '0', fraction = ''] = match;
  // Shifted as text: a share is kept in ten-thousandths and never touches floating point.
  const digits = `${whole}${fraction.padEnd(2, '0')}`.padStart(5, '0');
  return { unit: 'ratio', ratio: `${Number(digits.slice(0, -4))}.${digits.slice(-4)}` };
}
