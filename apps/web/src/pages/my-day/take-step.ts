import type { MyDay, OpportunityWire, WorkItem } from '@tandem/contracts';

type Stepped = Pick<OpportunityWire, 'id' | 'version' | 'nextStep' | 'nextStepDate'>;

/** The day as it reads once a step is set, until the server has told all of it again: what is settled needs nobody any more. */
export function takeStep(day: MyDay, { id, version, nextStep, nextStepDate }: Stepped): MyDay {
  const isLate = nextStepDate !== null && nextStepDate < day.today;
  const take = (item: WorkItem): WorkItem => {
    if (item.id !== id) return item;
    const attention = item.attention.filter((why) =>
      why === 'step_overdue' ? isLate : why === 'close_date_passed' || nextStep === null,
    );
    return { ...item, version, nextStep, nextStepDate, attention };
  };
  const left = day.attention.items.map(take).filter(({ attention }) => attention.length > 0);
  const settled = day.attention.items.length - left.length;
  return {
    ...day,
    coming: { ...day.coming, items: day.coming.items.map(take) },
    attention: { count: day.attention.count - settled, items: left },
  };
}
