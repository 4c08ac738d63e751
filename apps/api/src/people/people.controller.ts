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
import { newPassword, PeopleReader, PeopleService } from '@tandem/people';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { NotKept } from '../writes/not-kept';
import { presentOffice, presentPerson, presentTeam } from './people.presenter';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleReader,
    private readonly changes: PeopleService,
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

  /** Without a password one is made up; whoever adds the person hands it on. */
  @Post()
  @Policy('administer')
  @NotKept('password')
  @Answers(createdPerson, { status: 201, changes: true })
  async create(@Body({ schema: newPerson }) body: NewPerson): Promise<CreatedPersonWire> {
    const password = body.password ?? newPassword();
    const id = await this.changes.createPerson({ ...body, password, teamId: body.teamId as Id<'team'> | null });
    const created = await this.people.getPerson(id);
    return { ...presentPerson(created), version: created.version, password: body.password ? null : password };
  }
}
