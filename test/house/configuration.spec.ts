import { configSchema } from '@tandem/config';
import { textOf } from './tree';

/** The names an environment file gives, also where they stand in a comment as something to uncomment. */
const namesIn = (file: string): string[] =>
  [...textOf(file).matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name ?? '');

const known = Object.keys(configSchema.shape);

describe('the configuration', () => {
  it('is shown whole, and nothing else, in .env.example', () => {
    expect(namesIn('.env.example').toSorted()).toEqual(known.toSorted());
  });

  it('of the containers uses names the product knows', () => {
    const ofCompose = ['DATABASE_OWNER_PASSWORD', 'DATABASE_PASSWORD', 'REDIS_PASSWORD', 'TANDEM_PORT'];
    const strange = namesIn('docker/.env.example').filter((name) => ![...known, ...ofCompose].includes(name));

    expect(strange).toEqual([]);
  });
});
