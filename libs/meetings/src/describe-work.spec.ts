import { date, type Locale } from '@tandem/kernel';
import { describeItem } from './describe-item';
import type { Json } from './rules/agenda-facts';

const name = (en: string, zhTW: string) => ({ en, zhTW });
const dollars = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const whyMoved = (locale: Locale, amounts: Readonly<Record<'amount' | 'amountBefore', Json>>): string =>
  describeItem(
    {
      kind: 'moved_most',
      facts: {
        name: 'Fleet',
        account: name('Acme', '艾可美'),
        owner: name('Ann', '安'),
        stage: name('Propose', '提案'),
        closeDate: date('2026-12-08'),
        rank: null,
        threshold: 3,
        ...amounts,
      },
    },
    { locale, zone: 'Asia/Taipei' },
  ).why;

describe('an opportunity whose amount moved', () => {
  it('got its first amount where it had none before', () => {
    const amounts = { amountBefore: null, amount: dollars('5415000') };
    expect(whyMoved('en', amounts)).toMatch(/^Got its first amount, US\$54,150, since the last meeting;/);
    expect(whyMoved('zh-TW', amounts)).toMatch(/^上次會議後首次填入金額 US\$54,150；/);
  });

  it('has no amount any more where one was taken away', () => {
    const amounts = { amountBefore: dollars('5415000'), amount: null };
    expect(whyMoved('en', amounts)).toMatch(/^Its amount of US\$54,150 was taken away since the last meeting;/);
    expect(whyMoved('zh-TW', amounts)).toMatch(/^上次會議後移除了金額（原為 US\$54,150）；/);
  });
});
