interface Reachable {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** Where they work: only there a name alone says that two are one. */
  readonly accountId: string;
}

/** Those among a few contacts who may be one person written down twice: the same address, or the same name at the same customer. */
export function findTwins(contacts: readonly Reachable[]): ReadonlySet<string> {
  const byMark = new Map<string, string[]>();
  for (const contact of contacts)
    for (const mark of marksOf(contact)) byMark.set(mark, [...(byMark.get(mark) ?? []), contact.id]);
  return new Set([...byMark.values()].filter((ids) => ids.length > 1).flat());
}

const marksOf = ({ name, email, accountId }: Reachable): string[] => [
  `${accountId} ${folded(name)}`,
  ...(email === null ? [] : [folded(email)]),
];

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
