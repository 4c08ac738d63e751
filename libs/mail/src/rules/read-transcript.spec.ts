import { readTranscript } from './read-transcript';

const greeted = ['220 mail.example', '250 ok', '250 sender ok', '250 recipient ok'];
const invited = [...greeted, '354 go on'];

describe('what an SMTP conversation showed', () => {
  it('the server took the message', () => {
    expect(readTranscript([...invited, '250 queued as 7'], { response: '250 queued as 7' })).toMatchObject({
      accepted: '250 queued as 7',
      dataInvited: true,
    });
  });

  it.each([
    [
      'a broken connection before DATA',
      greeted,
      { message: 'closed', code: 'ECONNECTION', command: 'CONN' },
      null,
      false,
    ],
    ['a broken connection after 354', invited, { message: 'closed', code: 'ECONNECTION', command: 'CONN' }, null, true],
    [
      'a refused recipient',
      greeted,
      { message: '550 no such user', responseCode: 550, command: 'RCPT TO' },
      'message',
      false,
    ],
    ['a refused message', invited, { message: '552 too big', responseCode: 552, command: 'DATA' }, 'message', true],
    ['a refused sign-in', greeted, { message: '535 no', responseCode: 535, command: 'AUTH PLAIN' }, 'session', false],
  ])('%s', (_, lines, error, refused, dataInvited) => {
    expect(readTranscript(lines, { error })).toMatchObject({ accepted: null, refused, dataInvited });
  });

  it('does not take 354 inside another line for an invitation', () => {
    expect(readTranscript(['250 queue 354 long'], { error: { message: 'x' } }).dataInvited).toBe(false);
  });
});
