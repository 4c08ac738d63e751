import type { AgendaWire, DeliveryWire } from '@tandem/contracts';
import { addDays, localDate, type Id, type Locale } from '@tandem/kernel';
import { DeliveriesService } from '@tandem/mail';
import { AgendaPlanner } from '@tandem/meetings';
import type { Answer } from '../support/client';
import type { RunningApi, SignedInClient } from '../support/start-api';
import { aHistory, aWonDeal } from './a-history';
import { aSeries } from './a-series';
import { aSource } from './a-source';
import { aTeam } from './a-team';
import { aTouch } from './a-touch';
import { anAccount } from './an-account';
import { anOffer, anOpportunity } from './an-opportunity';

/** Those of one language who look at pages, by their role. */
export type Readers = Readonly<Record<'rep' | 'revenue_officer' | 'administrator', SignedInClient>>;

/** What a week shows, and where it is found. */
export interface JointWeek {
  readonly readers: Readonly<Record<Locale, Readers>>;
  readonly agendaId: string;
  /** Mails of the agenda that arrived, by the language they are written in. */
  readonly mails: Readonly<Record<Locale, string>>;
  readonly opportunityId: string;
}

const today = localDate(new Date(), 'UTC');
const noonDaysAgo = (days: number): string => `${addDays(today, -days)}T12:00:00Z`;

/**
 * A week of both sides on a clock that stands at the present, in words of either language: wins of the second quarter of 2018, work that
 * is due, late and stuck, leads that wait for an answer, and an agenda with what people bring up, mailed to all of them.
 */
export async function aJointWeek(api: RunningApi): Promise<JointWeek> {
  const teamId = await aTeam(api.database, { side: 'sales' });
  const readersOf = async (locale: Locale, rep: string, officer: string): Promise<Readers> => ({
    rep: await api.as('rep', { locale, teamId, name: rep }),
    revenue_officer: await api.as('revenue_officer', { locale, name: officer }),
    administrator: await api.as('administrator', { locale }),
  });
  const readers = {
    en: await readersOf('en', 'Ann Lee', 'Olga Weber'),
    'zh-TW': await readersOf('zh-TW', '王小明', '陳美玲'),
  };
  await someQuarter(api, readers);
  const opportunityId = await someWork(api, readers);
  const agendaId = await thisWeeksAgenda(api, readers);
  return { readers, agendaId, opportunityId, mails: await delivered(api, readers.en.administrator) };
}

async function someQuarter(api: RunningApi, readers: JointWeek['readers']): Promise<void> {
  const [ann, wang] = [ofRep(readers.en), ofRep(readers['zh-TW'])];
  const [acme, globex] = [await anAccount(api.database), await anAccount(api.database)];
  await aWonDeal(api, '2018-04-02', { ...ann, accountId: acme, amountMinor: 123_456n });
  await aWonDeal(api, '2018-05-15', { ...wang, accountId: globex, amountMinor: 9_901n });
  await aWonDeal(api, '2018-06-30', { ...ann, accountId: globex, amountMinor: 40_000n });
  for (const day of ['2018-04-10', '2018-05-11', '2018-06-12']) {
    const steps = [
      { at: `${day}T09:00:00Z`, stage: 'prospect' },
      { at: `${day}T10:00:00Z`, stage: 'propose' },
    ];
    await aHistory(api, { ...wang, steps });
  }
}

/** What is stuck, what is on the desk of each rep, and leads from marketing; gives the one that was called about. */
async function someWork(api: RunningApi, readers: JointWeek['readers']): Promise<string> {
  for (const days of [220, 180, 150, 120]) {
    const closeDate = addDays(today, 20 - days);
    const steps = [{ at: noonDaysAgo(days), stage: 'propose', amountMinor: 9_000_000n, closeDate }];
    await aHistory(api, { ...ofRep(readers.en), steps });
  }
  const amount = { amountMinor: '125000000', currency: 'USD' };
  const marketer = await api.as('marketer', { teamId: await aTeam(api.database, { side: 'marketing' }) });
  const sourceId = await aSource(api.database, 'Webinar');
  for (const { rep } of Object.values(readers)) {
    await anOpportunity(rep, { name: '擴充產線', nextStep: '致電', nextStepDate: today, amount });
    await anOpportunity(rep, { name: 'Spare parts', nextStep: '送報價', nextStepDate: addDays(today, -5), amount });
    await anOffer(marketer, await anOpportunity(marketer, { name: '研討會', stage: 'qualify' }), rep.person.teamId);
  }
  const { rep } = readers.en;
  const deal = await anOpportunity(rep, { name: '衝壓產線', accountName: 'Acme', amount });
  await aTouch(rep, { opportunityId: deal.id, sourceId });
  done(await rep.post(`/opportunities/${deal.id}/calls`, { outcome: 'connected' }, { version: deal.version }));
  return deal.id;
}

async function thisWeeksAgenda(api: RunningApi, readers: JointWeek['readers']): Promise<string> {
  const everybody = Object.values(readers).flatMap((each) => Object.values(each));
  const chair = readers.en.revenue_officer;
  const members = everybody.filter((one) => one !== chair).map(({ person }) => person);
  await aSeries(api, { chair: chair.person, members }, { agendaLeadMinutes: 7 * 24 * 60 });
  await api.act(() => api.app.get(AgendaPlanner, { strict: false }).planDue());
  const [agenda] = (await chair.get('/agendas')).body.items as [AgendaWire];
  done(await chair.post(`/agendas/${agenda.id}/items`, { title: 'B 通路花費過高', why: '成本高於帶來的商機' }));
  for (const { revenue_officer: owner } of Object.values(readers)) {
    const action = { title: '致電最舊的五份報價', ownerId: owner.person.id, dueDate: agenda.meetingDate };
    done(await chair.post(`/agendas/${agenda.id}/actions`, action));
  }
  return agenda.id;
}

async function delivered(api: RunningApi, administrator: SignedInClient): Promise<JointWeek['mails']> {
  const waiting = (await administrator.get('/deliveries')).body.items as DeliveryWire[];
  const deliveries = api.app.get(DeliveriesService, { strict: false });
  for (const { id } of waiting) await deliveries.deliver(id as Id<'delivery'>);
  const idIn = (wanted: Locale) => waiting.find(({ locale }) => locale === wanted)!.id;
  return { en: idIn('en'), 'zh-TW': idIn('zh-TW') };
}

const ofRep = ({ rep: { person } }: Readers) => ({ ownerId: person.id, teamId: person.teamId! });

function done({ status, body }: Answer): void {
  if (status >= 300) throw new Error(JSON.stringify(body));
}
