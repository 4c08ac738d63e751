import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { board, boardQuery, type Board, type BoardQuery as BoardQueryWire } from '@tandem/contracts';
import { BoardReader, type BoardQuery } from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { presentBoard } from './card.presenter';

@ApiTags('opportunities')
@Controller('board')
export class BoardController {
  constructor(private readonly reader: BoardReader) {}

  @Get()
  @Policy('signed_in')
  @Answers(board)
  async read(@Query({ schema: boardQuery }) query: BoardQueryWire): Promise<Board> {
    return presentBoard(await this.reader.board(query as BoardQuery));
  }
}
