import { placeCard } from './place-card';

const [card, screen] = [
  { width: 300, height: 200 },
  { width: 1280, height: 800 },
];

describe('where the card of the tour stands', () => {
  it.each([
    ['beside what it speaks of', { left: 10, top: 100, width: 190, height: 36 }, { left: 214, top: 100 }],
    ['beside it, moved up to be seen whole', { left: 10, top: 760, width: 190, height: 36 }, { left: 214, top: 588 }],
    [
      'under it, where there is no room beside',
      { left: 1100, top: 40, width: 100, height: 40 },
      { left: 968, top: 94 },
    ],
    [
      'above it, where there is none under it',
      { left: 1100, top: 700, width: 100, height: 40 },
      { left: 968, top: 486 },
    ],
    ['in the corner, when there is nothing to point at', null, { left: 968, top: 588 }],
  ])('%s', (_, target, place) => {
    expect(placeCard(target, card, screen)).toEqual(place);
  });
});
