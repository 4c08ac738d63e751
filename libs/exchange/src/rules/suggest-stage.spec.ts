import { suggestStage } from './suggest-stage';

const stages = [
  { key: 'prospect', name: 'Prospect', nameZh: '開發' },
  { key: 'define_needs', name: 'Define needs', nameZh: '需求釐清' },
  { key: 'propose', name: 'Propose', nameZh: '提案' },
  { key: 'negotiate', name: 'Negotiate', nameZh: '議約' },
];

describe('what a written stage is here', () => {
  it.each([
    ['Closed Won', 'won'],
    ['closedlost', 'lost'],
    ['失單', 'lost'],
    ['Prospecting', 'prospect'],
    ['Needs Analysis', 'define_needs'],
    ['Proposal/Price Quote', 'propose'],
    ['Negotiation/Review', 'negotiate'],
    ['Negotiaton', 'negotiate'],
    ['PROPOSAL', 'propose'],
    ['提案', 'propose'],
    ['Qualification', 'prospect'],
    ['Waiting for Godot', null],
    ['', null],
  ])('%j is %j', (written, to) => {
    expect(suggestStage(written, stages)).toBe(to);
  });

  it('is only a stage that the funnel has', () => {
    expect(suggestStage('Prospecting', [])).toBeNull();
    expect(suggestStage('Sourcing', [{ key: 'sourcing', name: 'Sourcing', nameZh: null }])).toBe('sourcing');
  });
});
