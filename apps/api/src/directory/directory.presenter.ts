import type { DirectoryEntryWire, FoundContactWire } from '@tandem/contracts';
import type { FoundContact } from '@tandem/opportunities';
import type { DirectoryEntry } from '@tandem/people';
import { presentNamed, presentNamedOrNull } from '../opportunities/card.presenter';
import { bilingual } from '../people/people.presenter';

export const presentEntry = (entry: DirectoryEntry): DirectoryEntryWire => ({
  id: entry.id,
  name: bilingual(entry),
  side: entry.side,
  role: entry.role,
  team: presentNamedOrNull(entry.team),
  office: presentNamedOrNull(entry.office),
  email: entry.email,
  phone: entry.phone,
  askAbout: entry.askAbout,
  zone: entry.zone,
  isAtWork: entry.isAtWork,
  changesAt: entry.changesAt?.toISOString() ?? null,
  version: entry.version,
});

export const presentContact = ({ id, name, title, email, phone, account }: FoundContact): FoundContactWire => ({
  id,
  name,
  title,
  email,
  phone,
  account: presentNamed(account),
});
