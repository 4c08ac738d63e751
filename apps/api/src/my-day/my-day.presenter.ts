import type { MyDay, WorkItem } from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import type { QuotaStanding } from '@tandem/metrics';
import type { WorkView } from '@tandem/opportunities';
import { presentFigure, presentRange } from '../figures/figure.presenter';
import {
  presentHandOff,
  presentMoney,
  presentMoneyOrNull,
  presentNamed,
  presentNamedOrNull,
} from '../opportunities/card.presenter';
import type { DayView } from './my-day-page';

export const presentMyDay = ({ quota, work, handOffs }: DayView, locale: Locale): MyDay => ({
  today: work.today,
  zone: quota.range.zone,
  asOf: quota.asOf.toISOString(),
  quota: presentQuota(quota, locale),
  open: work.open,
  coming: { today: work.coming.today, items: work.coming.items.map(presentWork) },
  attention: { count: work.attention.count, items: work.attention.items.map(presentWork) },
  handOffs: {
    count: handOffs.count,
    items: handOffs.items.map((handOff) => ({ ...presentHandOff(handOff), minutesLeft: handOff.minutesLeft })),
  },
});

const presentQuota = ({ range, currency, figure, gap }: QuotaStanding, locale: Locale): MyDay['quota'] => ({
  range: presentRange(range),
  currency,
  figure: presentFigure(figure, locale),
  gap: gap && { toGo: presentMoney(gap.toGo), paceAsks: presentMoney(gap.paceAsks) },
});

const presentWork = (work: WorkView): WorkItem => ({
  id: work.id,
  name: work.name,
  account: presentNamedOrNull(work.account),
  contact: work.contact,
  stage: presentNamed(work.stage),
  amount: presentMoneyOrNull(work.amount),
  closeDate: work.closeDate,
  nextStep: work.nextStep,
  nextStepDate: work.nextStepDate,
  daysInStage: work.daysInStage,
  attention: [...work.attention],
  version: work.version,
});
