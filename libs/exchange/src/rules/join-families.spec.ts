import { joinFamilies } from './join-families';

describe('joining account families', () => {
  it('keeps parents that exist', () => {
    const { parents, strays } = joinFamilies([
      { name: 'Acme', parent: null },
      { name: 'Codehow', parent: 'Acme' },
    ]);
    expect([...parents]).toEqual([['Codehow', 'Acme']]);
    expect(strays).toEqual([]);
  });

  it('leaves out a parent nobody knows, and a family that would be its own ancestor', () => {
    const { parents, strays } = joinFamilies([
      { name: 'A', parent: 'B' },
      { name: 'B', parent: 'C' },
      { name: 'C', parent: 'A' },
      { name: 'D', parent: 'Nowhere' },
      { name: 'E', parent: 'E' },
    ]);
    expect([...parents]).toEqual([
      ['A', 'B'],
      ['B', 'C'],
    ]);
    expect(strays).toEqual(['C', 'D', 'E']);
  });
});
