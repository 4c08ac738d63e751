import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  createdPerson,
  newPerson,
  people,
  type CreatedPersonWire,
  type NewPerson,
  type PeopleWire,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { InvitationsService, PeopleReader, PeopleService } from '@tandem/people';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { presentOffice, presentPerson, presentTeam } from './people.presenter';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleReader,
    private readonly changes: PeopleService,
    private readonly invitations: InvitationsService,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(people)
  async list(): Promise<PeopleWire> {
    const [persons, teams, offices] = await Promise.all([
      this.people.people(),
      this.people.teams(),
      this.people.offices(),
    ]);
    return { people: persons.map(presentPerson), teams: teams.map(presentTeam), offices: offices.map(presentOffice) };
  }

  /** With a token they are invited at once; with a password they can sign in; with neither they wait to be invited. */
  @Post()
  @Policy('administer')
  @Answers(createdPerson, { status: 201, changes: true })
  async create(@Body({ schema: newPerson }) { token, password, ...body }: NewPerson): Promise<CreatedPersonWire> {
    const person = { ...body, teamId: body.teamId as Id<'team'> | null };
    const id =
      token === undefined
        ? await this.changes.createPerson({ ...person, password: password ?? null })
        : await this.invitations.invite({ ...person, token });
    const created = await this.people.getPerson(id);
    return { ...presentPerson(created), version: created.version };
  }
}
