import type { AuditLineWire } from '@tandem/contracts';
import { idFrom, localDate, localTime, moneyText, type Locale, type Zone } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';
import { differencesOf, type AuditedNames, type AuditLineView, type Told } from '@tandem/upkeep';

/** What a line is told with. */
interface Telling {
  readonly names: AuditedNames;
  readonly locale: Locale;
  readonly zone: Zone;
}

export function presentLine(line: AuditLineView, telling: Telling): AuditLineWire {
  const { id, at, actorId, actorName, via, action, kind, recordId, before, after } = line;
  const { locale } = telling;
  const opportunityId = kind === 'opportunity' ? recordId : ownId(after ?? before, 'opportunityId');
  return {
    id,
    at: at.toISOString(),
    actor: { id: actorId, name: actorName },
    via: hasText(locale, `audit:via.${via}`) ? text(locale, `audit:via.${via}`) : null,
    action,
    words: textOr(locale, `audit:action.${action}`, action),
    kind,
    kindName: textOr(locale, `audit:kind.${kind}`, kind),
    record: {
      id: recordId,
      name: nameOf(recordId, telling) ?? nameOf(opportunityId, telling) ?? ownTitle(after) ?? ownTitle(before),
    },
    opportunityId,
    changes: differencesOf(before, after).map((difference) => ({
      field: fieldName(difference.field, locale),
      before: difference.before && say(difference.field, difference.before, telling),
      after: difference.after && say(difference.field, difference.after, telling),
    })),
  };
}

const columns = ['at', 'actor', 'via', 'action', 'kind', 'record', 'recordId', 'changes', 'line'] as const;

export const csvColumns = (locale: Locale): string[] => columns.map((column) => text(locale, `audit:csv.${column}`));

export const csvCells = ({
  id,
  at,
  actor,
  via,
  words,
  kindName,
  record,
  changes,
}: AuditLineWire): (string | null)[] => [
  at,
  actor.name,
  via,
  words,
  kindName,
  record.name,
  record.id,
  changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`).join('\n') || null,
  id,
];

/** Fields whose values are words that the screens have too. */
const words: Readonly<Record<string, string>> = {
  role: 'role',
  side: 'side',
  outcome: 'outcome',
  bookingType: 'bookingType',
  forecastCategory: 'forecastCategory',
  state: 'handOffState',
};

/** `stageId` and `reasonKey` are called by what they lead to. */
const stem = (field: string): string => field.replace(/(Id|Key)$/, '');

const fieldName = (field: string, locale: Locale): string =>
  textOr(locale, `audit:field.${stem(field)}`, readable(stem(field)));

/** `periodKind` as `Period kind`, for what has no word of its own. */
const readable = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());

function say(field: string, told: Told, telling: Telling): string {
  if (told.kind === 'amount') return moneyText({ amountMinor: BigInt(told.amountMinor), currency: told.currency });
  if (told.kind === 'several') return told.values.map((value) => sayPlain(field, value, telling)).join(', ');
  return sayPlain(field, told.value, telling);
}

function sayPlain(field: string, value: string | number | boolean, telling: Telling): string {
  const { locale, zone } = telling;
  if (typeof value === 'boolean') return text(locale, value ? 'audit:yes' : 'audit:no');
  if (typeof value === 'number') return String(value);
  if (instantPattern.test(value)) {
    const instant = new Date(value);
    return `${localDate(instant, zone)} ${localTime(instant, zone)}`;
  }
  if (idFrom(value) !== null) return nameOf(value, telling) ?? value;
  const word = `words:${words[field]}.${value}`;
  return field in words && hasText(locale, word) ? text(locale, word) : value;
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

function nameOf(id: string | null, { names, locale }: Telling): string | null {
  const found = id === null ? undefined : names.get(id);
  return found ? ((locale === 'zh-TW' ? found.nameZh : null) ?? found.name) : null;
}

const textOr = (locale: Locale, key: string, other: string): string =>
  hasText(locale, key) ? text(locale, key) : other;

const ownTitle = (state: unknown): string | null => own(state, 'title') ?? own(state, 'name') ?? own(state, 'url');

function ownId(state: unknown, field: string) {
  const value = own(state, field);
  return value === null ? null : idFrom(value);
}

function own(state: unknown, field: string): string | null {
  const value = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' ? value : null;
}
