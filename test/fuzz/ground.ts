import type { FreshRecord } from './company';

/** A value that stands in the database of the run: the nth id of a kind, or the nth word of a name. */
export class Pick {
  constructor(
    readonly from: 'ids' | 'words',
    readonly of: string,
    readonly n: number,
  ) {}
}

/** An id that no record has. */
export const nobodys = '01890000-0000-7000-8000-000000000001';

const most = 300;
const synonyms: Readonly<Record<string, string>> = {
  owner: 'person',
  chair: 'person',
  subject: 'agenda',
  item: 'agenda-item',
};

/** It signs people out: about the callers themselves it would only show that nobody comes in without a session. */
const aboutSpares = '/people/{id}';

/** `toStageId`, `stages` and `/stages/{id}` all speak of stages. */
export function kindOf(name: string): string {
  const words = name
    .replace(/Ids?$/, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/^(to|from|into|open|new|marketing)-/, '')
    .replace(/people$/, 'person')
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1');
  return synonyms[words] ?? words;
}

/** What somebody has seen of the records, so that later requests speak of real ones in their real versions. */
export class Ground {
  private readonly ids = new Map<string, string[]>();
  private readonly versions = new Map<string, number>();
  private readonly words = new Map<string, string[]>();

  constructor(private readonly shared: Ground | null = null) {}

  /** Reads an answer of `path`: whatever has an id is known from then on by what holds it. */
  learn(path: string, answer: unknown): void {
    const segments = path.split('/').filter(Boolean);
    const collection = segments.findLast((segment) => !segment.startsWith('{')) ?? '';
    const itemKind = segments.at(-1)?.startsWith('{') ? `${kindOf(collection)}-item` : kindOf(collection);
    this.walk(answer, kindOf(collection), itemKind);
    this.shared?.learn(path, answer);
  }

  /** Learns of a record that stands just as some commands need it; their paths end with the command. */
  welcome({ path, answer, goodFor }: FreshRecord): void {
    this.learn(path, answer);
    const { id } = answer as { id?: unknown };
    for (const command of goodFor) if (typeof id === 'string') remember(this.ids, command, [id]);
  }

  /** Every other one is a late one that the command fits, if any is known; where it would sign a caller out, every one is. */
  findFor(path: string, pick: Pick): string | null {
    const ready = this.ids.get(path) ?? [];
    if (path === aboutSpares) return ready.at(-1) ?? nobodys;
    return pick.n % 2 === 0 && ready.length > 0 ? (ready.at(-1 - ((pick.n >> 1) % 3)) ?? null) : this.find(pick);
  }

  /** Says that a word is good for a parameter or field of this name. */
  teach(name: string, ...words: readonly string[]): void {
    // Said twice it is chosen twice as often.
    this.words.set(name, [...(this.words.get(name) ?? []), ...words]);
  }

  /** Null when nothing of the kind has been seen. Every fifth comes from what others see, every other one is a late one. */
  find({ from, of, n }: Pick): string | null {
    const known = this[from].get(of) ?? [];
    if (this.shared && (known.length === 0 || n % 5 === 0)) return this.shared.find(new Pick(from, of, n));
    return (n % 2 === 0 ? known.at(-1 - (n % 16)) : known[n % known.length]) ?? known.at(-1) ?? null;
  }

  versionOf(id: string): number | null {
    return this.versions.get(id.toLowerCase()) ?? this.shared?.versionOf(id) ?? null;
  }

  private walk(value: unknown, kind: string, itemKind: string): void {
    if (Array.isArray(value)) for (const part of value) this.walk(part, kind, itemKind);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { id, version, nextCursor } = value as Record<string, unknown>;
    if (typeof id === 'string') remember(this.ids, kind, [id]);
    if (typeof id === 'string' && typeof version === 'number') this.versions.set(id, version);
    if (typeof nextCursor === 'string') remember(this.words, 'cursor', [nextCursor]);
    for (const [name, part] of Object.entries(value)) {
      if (name.endsWith('Id') && typeof part === 'string') remember(this.ids, kindOf(name), [part]);
      else this.walk(part, name === 'items' ? itemKind : kindOf(name), itemKind);
    }
  }
}

function remember(map: Map<string, string[]>, key: string, values: readonly string[]): void {
  const known = map.get(key) ?? [];
  map.set(key, known);
  for (const value of values) if (!known.includes(value)) known.push(value);
  if (known.length > most) known.splice(0, known.length - most);
}
