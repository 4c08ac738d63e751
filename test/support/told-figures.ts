import type { FigureWire, FunnelFiguresWire, ScoreboardWire } from '@tandem/contracts';
import type { RunningApi, SignedInClient } from './start-api';

/** Asks for figures through HTTP, by what was known on a day and by a reading. */
export class ToldFigures {
  constructor(private readonly reader: SignedInClient) {}

  async get<Body>(path: string): Promise<Body> {
    const answer = await this.reader.get(`/figures/${path}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as Body;
  }

  board(query: string): Promise<ScoreboardWire> {
    return this.get(`scoreboard?${query}`);
  }

  /** A figure as a bare number. */
  async number(key: string, period: string, knowledge = ''): Promise<number | null> {
    const { figures } = await this.board(`period=${period}&${knowledge}`);
    const { value } = figureOf(figures, key);
    if (value?.unit === 'money') return Number(value.money.amountMinor);
    return value?.unit === 'count' ? value.count : null;
  }

  /** As restated and as reported. */
  async both(key: string, period: string, asOf?: string): Promise<(number | null)[]> {
    const day = asOf ? `&asOf=${asOf}` : '';
    const ask = (reading: string) => this.number(key, period, `reading=${reading}${day}`);
    return [await ask('restated'), await ask('reported')];
  }

  /** First entries into each row of the funnel. */
  async entered(query: string): Promise<Record<string, number>> {
    const { rows } = await this.get<FunnelFiguresWire>(`funnel?${query}`);
    return Object.fromEntries(rows.map((row) => [row.key, row.entered]));
  }
}

export function figureOf(figures: readonly FigureWire[], key: string): FigureWire {
  const found = figures.find((figure) => figure.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

/** Time passes for the product; whoever is signed in stays so. */
export async function passTo({ clock, database }: RunningApi, moment: string): Promise<void> {
  clock.set(moment);
  const now = new Date(moment);
  const until = new Date(now.getTime() + 86_400_000);
  await database.write(() => database.run('UPDATE session SET last_seen_at = ?, expires_at = ?', [now, until]));
}
