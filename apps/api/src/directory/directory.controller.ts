import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  contactsQuery,
  directoryEntry,
  directoryList,
  directoryQuery,
  foundContacts,
  ownCard,
  type ContactsQuery,
  type DirectoryEntryWire,
  type DirectoryListWire,
  type DirectoryQueryWire,
  type FoundContactsWire,
  type OwnCardWire,
} from '@tandem/contracts';
import { actor, type Id } from '@tandem/kernel';
import { ContactsSearchReader } from '@tandem/opportunities';
import { DirectoryReader, PeopleService } from '@tandem/people';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentContact, presentEntry } from './directory.presenter';

/** Who to ask for what, here and at customers. */
@ApiTags('directory')
@Controller('directory')
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryReader,
    private readonly contacts: ContactsSearchReader,
    private readonly people: PeopleService,
  ) {}

  /** Those who are here; whoever left is not shown. */
  @Get('people')
  @Policy('signed_in')
  @Answers(directoryList)
  async list(@Query({ schema: directoryQuery }) query: DirectoryQueryWire): Promise<DirectoryListWire> {
    const { items, page } = await this.directory.list(query);
    return { items: items.map(presentEntry), page };
  }

  @Get('contacts')
  @Policy('signed_in')
  @Answers(foundContacts)
  async find(@Query({ schema: contactsQuery }) { q, limit }: ContactsQuery): Promise<FoundContactsWire> {
    const { items, whole } = await this.contacts.find(q, limit);
    return { items: items.map(presentContact), whole };
  }

  /** One's own entry. */
  @Get('me')
  @Policy('signed_in')
  @Answers(directoryEntry)
  async own(): Promise<DirectoryEntryWire> {
    return presentEntry(await this.directory.get(actor().personId as Id<'person'>));
  }

  /** Everybody writes their own phone number and what they can be asked about, and nobody anybody else's. */
  @Patch('me')
  @Policy('signed_in')
  @Answers(directoryEntry, { changes: true, versioned: true })
  async write(@IfMatch() seen: number, @Body({ schema: ownCard }) body: OwnCardWire): Promise<DirectoryEntryWire> {
    const personId = actor().personId as Id<'person'>;
    await this.people.writeOwnCard(personId, seen, body);
    return presentEntry(await this.directory.get(personId));
  }
}
