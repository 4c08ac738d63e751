import type { Bilingual } from './company';

/** What the demo company sells; prices in whole New Taiwan dollars, cost null where nobody has worked it out. */
export interface Article extends Bilingual {
  readonly family: string;
  readonly price: number;
  readonly cost: number | null;
  readonly most: number;
  readonly renews: boolean;
  readonly future: boolean;
  readonly weight: number;
}

const article = (
  name: string,
  nameZh: string,
  family: string,
  rest: Omit<Article, 'name' | 'nameZh' | 'family' | 'renews' | 'future'> & Partial<Pick<Article, 'renews' | 'future'>>,
): Article => ({
  name,
  nameZh,
  family,
  renews: false,
  future: false,
  ...rest,
});

export const articles: readonly Article[] = [
  article('Edge Gateway G1', '邊緣閘道器 G1', 'Gateways', { price: 38_000, cost: 21_500, most: 40, weight: 22 }),
  article('Edge Gateway G3', '邊緣閘道器 G3', 'Gateways', { price: 92_000, cost: 51_000, most: 24, weight: 20 }),
  article('Panel PC P15', '工業平板電腦 P15', 'Panels', { price: 64_000, cost: 43_000, most: 30, weight: 16 }),
  article('Vision Box V2', '視覺運算主機 V2', 'Vision', { price: 185_000, cost: 104_000, most: 12, weight: 14 }),
  article('Fleet Console', '機隊管理平台', 'Software', {
    price: 260_000,
    cost: 48_000,
    most: 5,
    weight: 12,
    renews: true,
  }),
  article('Predictive Care', '預知保養服務', 'Software', {
    price: 340_000,
    cost: null,
    most: 4,
    weight: 8,
    renews: true,
  }),
  article('Care Plan', '維護合約', 'Services', { price: 120_000, cost: 55_000, most: 4, weight: 6, renews: true }),
  article('Vision Studio', '視覺訓練平台', 'Software', {
    price: 420_000,
    cost: null,
    most: 3,
    weight: 4,
    renews: true,
    future: true,
  }),
];

export type SourceKey = 'website' | 'trade_show' | 'webinar' | 'partner' | 'referral' | 'outbound';

/** Where opportunities come from; those of marketing begin at the top of the funnel, the others with sales. */
export const sources: Readonly<
  Record<SourceKey, Bilingual & { readonly weight: number; readonly side: 'marketing' | 'sales' }>
> = {
  website: { name: 'Website', nameZh: '官方網站', weight: 30, side: 'marketing' },
  trade_show: { name: 'Trade show', nameZh: '展覽', weight: 22, side: 'marketing' },
  webinar: { name: 'Webinar', nameZh: '線上研討會', weight: 18, side: 'marketing' },
  partner: { name: 'Partner', nameZh: '合作夥伴', weight: 11, side: 'sales' },
  referral: { name: 'Referral', nameZh: '客戶推薦', weight: 9, side: 'sales' },
  outbound: { name: 'Outbound', nameZh: '主動開發', weight: 10, side: 'sales' },
};

/** Campaigns that return every year: first month and day, last month and day. */
export const yearlyCampaigns: readonly (Bilingual & {
  readonly source: SourceKey;
  readonly from: string;
  readonly until: string;
})[] = [
  { name: 'Spring edge AI webinars', nameZh: '春季邊緣 AI 講座', source: 'webinar', from: '03-01', until: '05-31' },
  { name: 'Taipei computing show', nameZh: '台北電腦展', source: 'trade_show', from: '05-20', until: '07-10' },
  { name: 'Automation fair', nameZh: '自動化工業展', source: 'trade_show', from: '08-15', until: '10-05' },
  { name: 'Autumn factory webinars', nameZh: '秋季智慧工廠講座', source: 'webinar', from: '09-01', until: '11-30' },
  { name: 'Smart logistics week', nameZh: '智慧物流週', source: 'trade_show', from: '11-10', until: '12-20' },
  { name: 'Winter readiness webinars', nameZh: '冬季備援講座', source: 'webinar', from: '12-01', until: '12-31' },
  { name: 'Search and content', nameZh: '搜尋與內容', source: 'website', from: '01-01', until: '12-31' },
  { name: 'Partner incentive', nameZh: '夥伴獎勵計畫', source: 'partner', from: '04-01', until: '06-30' },
];
