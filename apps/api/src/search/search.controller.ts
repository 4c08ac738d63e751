import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { searchAnswer, searchQuery, type SearchQuery, type SearchWire } from '@tandem/contracts';
import { SearchReader } from '@tandem/opportunities';
import { PeopleReader } from '@tandem/people';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { presentSearch } from './search.presenter';

/** Whatever has a name, by a few letters of it. */
@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(
    private readonly records: SearchReader,
    private readonly people: PeopleReader,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(searchAnswer)
  async find(@Query({ schema: searchQuery }) { q, limit }: SearchQuery): Promise<SearchWire> {
    const [records, people] = await Promise.all([this.records.find(q, limit), this.people.find(q, limit)]);
    return presentSearch(records, people);
  }
}
