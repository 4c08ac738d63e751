import { describe, expect, test } from '@jest/globals';
import type { SmtpSighting } from '@tandem/mail';
import { checkMail } from './check-mail';

const config = {
  NODE_ENV: 'production' as const,
  MAIL_TRANSPORT: 'smtp' as const,
  MAIL_FROM: 'Tandem <tandem@acme.com>',
  SMTP_URL: 'smtp://tandem:secret@mail.acme.com:587',
  SMTP_INSECURE: false,
  PUBLIC_URL: 'https://tandem.acme.com',
};
const received: SmtpSighting = { failure: null, tookMs: 40 };

type MailConfig = Parameters<typeof checkMail>[0];
const fired = (planted: Partial<MailConfig>, seen: SmtpSighting | null = received) =>
  checkMail({ ...config, ...planted }, seen)
    .filter(({ state }) => state !== 'good')
    .map(({ name, state }) => `${name} ${state}`);

describe('what the doctor finds in the mail', () => {
  test('letters that leave well give it nothing to say', () => {
    expect(fired({})).toEqual([]);
    expect(fired({ SMTP_URL: 'smtp://localhost:25' })).toEqual([]);
  });

  test.each([
    [{ SMTP_INSECURE: true }, ['mail.tls bad']],
    [{ SMTP_INSECURE: true, SMTP_URL: 'smtp://localhost:25' }, ['mail.tls warning']],
    [{ SMTP_URL: 'smtp://mail.acme.com:587' }, ['mail.sign_in advice']],
    [{ MAIL_FROM: 'Tandem <tandem@localhost>' }, ['mail.from bad']],
    [{ MAIL_FROM: 'tandem@example.com' }, ['mail.from bad']],
    [{ MAIL_FROM: 'tandem@acme.local' }, ['mail.from bad']],
    [{ MAIL_FROM: 'nobody' }, ['mail.from bad']],
    [{ PUBLIC_URL: undefined }, ['mail.links warning']],
  ])('%j', (planted, expected) => {
    expect(fired(planted)).toEqual(expected);
  });

  test.each(['unreachable', 'encryption', 'sign_in', 'refused'] as const)('a mail server that is %s', (kind) => {
    expect(fired({}, { failure: { kind, detail: 'no' }, tookMs: 5_000 })).toEqual(['mail.server bad']);
  });

  test('letters that stay in the house are worth a hint where people work', () => {
    const stays = { MAIL_TRANSPORT: 'outbox', MAIL_FROM: 'Tandem <tandem@localhost>' } as const;
    expect(fired(stays, null)).toEqual(['mail.transport advice']);
    expect(fired({ ...stays, NODE_ENV: 'development' }, null)).toEqual([]);
  });
});
