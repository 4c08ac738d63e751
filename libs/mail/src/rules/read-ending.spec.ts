import { readEnding } from './read-ending';

describe('what an SMTP conversation showed', () => {
  it('the server took the message', () => {
    expect(readEnding({ response: '250 queued as 7' }, true)).toMatchObject({
      accepted: '250 queued as 7',
      handedOver: true,
    });
  });

  it.each([
    ['a broken connection before the letter left', { message: 'closed', code: 'ECONNECTION', command: 'CONN' }, null],
    ['a refused recipient', { message: '550 no such user', responseCode: 550, command: 'RCPT TO' }, 'message'],
    ['a refused message', { message: '552 too big', responseCode: 552, command: 'DATA' }, 'message'],
    ['a refused sign-in', { message: '535 no', responseCode: 535, command: 'AUTH PLAIN' }, 'session'],
    ['a refused sender', { message: '530 no', responseCode: 530, command: 'MAIL FROM' }, 'session'],
  ])('%s', (_, error, refused) => {
    for (const handedOver of [false, true])
      expect(readEnding({ error }, handedOver)).toMatchObject({ accepted: null, refused, handedOver });
  });
});
