import { tellClock } from './tell-clock';

const at = (text: string) => Date.parse(`2026-11-${text}Z`);
// Friday until 18:00, then Monday from 09:00.
const spans = [
  { from: at('20T09:00:00'), until: at('20T18:00:00') },
  { from: at('23T09:00:00'), until: at('23T18:00:00') },
];
const offer = { secondsLeft: 7_200, responseMinutes: 240, overdue: false, asOf: at('20T17:00:00'), spans };

describe('the clock of an offer', () => {
  it('runs while the team works', () => {
    expect(tellClock(offer, at('20T17:30:15'))).toEqual({ seconds: 5_385, standing: 'calm', runsAt: null });
  });

  it('stands still over the week-end, and says until when', () => {
    const told = { seconds: 3_600, standing: 'soon', runsAt: at('23T09:00:00') };
    expect(tellClock(offer, at('20T18:00:00'))).toEqual(told);
    expect(tellClock(offer, at('22T12:00:00'))).toEqual(told);
  });

  it('is late once more was worked than there was', () => {
    expect(tellClock(offer, at('23T10:00:01'))).toEqual({ seconds: -1, standing: 'late', runsAt: null });
  });

  it('is late while it stands still at nothing left, when its time has passed', () => {
    const night = { ...offer, secondsLeft: 0, overdue: true, asOf: at('21T12:00:00') };
    expect(tellClock(night, at('21T13:00:00'))).toMatchObject({ seconds: 0, standing: 'late' });
  });

  it('is not set back by a browser that is behind', () => {
    expect(tellClock(offer, at('20T16:00:00')).seconds).toBe(7_200);
  });

  it('names no moment when nobody works in the days ahead', () => {
    expect(tellClock({ ...offer, spans: [] }, at('20T17:30:00')).runsAt).toBeNull();
  });
});
