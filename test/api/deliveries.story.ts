import type { DeliveryMailWire, DeliveryWire } from '@tandem/contracts';
import { DeliveriesService } from '@tandem/mail';
import type { Id } from '@tandem/kernel';
import { AgendaPlanner } from '@tandem/meetings';
import { aSeries } from '../builders/a-series';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let officer: SignedInClient;

beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer', { name: 'Ann <b>', locale: 'zh-TW' });
  const { key } = await aSeries(api, { chair: officer.person });
  api.clock.set('2026-03-01T10:00:00Z');
  await api.act(() => api.app.get(AgendaPlanner, { strict: false }).composeFor(key, '2026-W10'));
});
afterAll(() => api.stop());

test('a mail is listed before it is sent, and read whole afterwards', async () => {
  const [waiting] = (await officer.get('/deliveries?state=pending')).body.items as [DeliveryWire];
  expect(waiting).toMatchObject({
    kind: 'agenda',
    state: 'pending',
    attempts: 0,
    subject: null,
    sentAt: null,
    locale: 'zh-TW',
  });
  expect((await officer.get(`/deliveries/${waiting.id}`)).body).toMatchObject({
    headers: [],
    html: null,
    text: null,
    calendar: null,
  });
  await api.app.get(DeliveriesService, { strict: false }).deliver(waiting.id as Id<'delivery'>);
  const mail = (await officer.get(`/deliveries/${waiting.id}`)).body as DeliveryMailWire;
  expect(mail).toMatchObject({ state: 'sent', providerResponse: 'outbox', sentAt: '2026-03-01T10:00:00.000Z' });
  const headers = Object.fromEntries(mail.headers.map(({ name, value }) => [name.toLowerCase(), value]));
  expect(headers['subject']).toBe(mail.subject);
  expect(headers['to']).toContain(officer.person.email);
  expect(headers['list-id']).toMatch(/^<series-\d+\.localhost>$/);
  expect(mail.html).toContain('Ann &lt;b&gt; 您好');
  expect(mail.text).toContain('Ann <b> 您好');
  expect(mail.calendar).toMatch(/^BEGIN:VCALENDAR[\s\S]*UID:series-\d+-2026-W10@localhost/);
  expect((await officer.get(`/deliveries?subjectId=${mail.subjectId}`)).body.items).toHaveLength(1);
});

test('mails name their receivers, so only those who need to read them', async () => {
  const rep = await api.as('rep');
  expect((await rep.get('/deliveries')).status).toBe(403);
  expect((await officer.get('/deliveries/01a20a80-d50a-70c1-83f9-15e543dadcc5')).body).toMatchObject({
    status: 404,
    code: 'delivery.missing',
  });
  expect((await officer.get('/deliveries?state=lost')).status).toBe(400);
});
