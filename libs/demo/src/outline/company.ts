import { calendarOfMonths, type Locale, type Role, type Side } from '@tandem/kernel';

/** A name in both languages of the product. */
export interface Bilingual {
  readonly name: string;
  readonly nameZh: string;
}

export const company = {
  name: 'Lanyang Edge Systems 蘭陽邊緣系統',
  reportingCurrency: 'TWD',
  zone: 'Asia/Taipei',
  ...calendarOfMonths(1),
} as const;

export const offices = {
  taipei: { name: 'Taipei', nameZh: '台北' },
  hsinchu: { name: 'Hsinchu', nameZh: '新竹' },
} as const satisfies Record<string, Bilingual>;

export type TeamKey = 'taiwan_sales' | 'overseas_sales' | 'demand' | 'product_marketing';

export const teams: Readonly<
  Record<TeamKey, Bilingual & { readonly side: Side; readonly office: keyof typeof offices }>
> = {
  taiwan_sales: { name: 'Taiwan Sales', nameZh: '台灣業務部', side: 'sales', office: 'taipei' },
  overseas_sales: { name: 'Overseas Sales', nameZh: '海外業務部', side: 'sales', office: 'hsinchu' },
  demand: { name: 'Demand Generation', nameZh: '需求開發部', side: 'marketing', office: 'taipei' },
  product_marketing: { name: 'Product Marketing', nameZh: '產品行銷部', side: 'marketing', office: 'hsinchu' },
};

/** Somebody of the demo company; `key` is the part of the e-mail address before the @. */
export interface Colleague extends Bilingual {
  readonly key: string;
  readonly role: Role;
  readonly team: TeamKey | null;
  readonly locale: Locale;
  /** How well what they sell goes, 1 = like others. */
  readonly skill: number;
}

const colleague = (
  key: string,
  [name, nameZh]: readonly [string, string],
  role: Role,
  rest: Partial<Colleague> = {},
): Colleague => ({
  key,
  name,
  nameZh,
  role,
  team: null,
  locale: 'zh-TW',
  skill: 1,
  ...rest,
});

/** Twenty-four people; those whose address is their role can sign in. */
export const colleagues: readonly Colleague[] = [
  colleague('manager', ['Grace Chen', '陳雅惠'], 'manager', { team: 'taiwan_sales', locale: 'en' }),
  colleague('rep', ['Kevin Lin', '林冠宇'], 'rep', { team: 'taiwan_sales', locale: 'en', skill: 1.05 }),
  colleague('hsinyi.wu', ['Hsin-Yi Wu', '吳欣怡'], 'rep', { team: 'taiwan_sales', skill: 1.08 }),
  colleague('chihming.huang', ['Chih-Ming Huang', '黃志明'], 'rep', { team: 'taiwan_sales', skill: 0.95 }),
  colleague('peishan.liu', ['Pei-Shan Liu', '劉佩珊'], 'rep', { team: 'taiwan_sales', skill: 1 }),
  colleague('juncheng.tsai', ['Jun-Cheng Tsai', '蔡俊成'], 'rep', { team: 'taiwan_sales', skill: 0.92 }),
  colleague('yaling.hsu', ['Ya-Ling Hsu', '許雅玲'], 'rep', { team: 'taiwan_sales', skill: 1.03 }),
  colleague('daniel.okada', ['Daniel Okada', '岡田大樹'], 'manager', { team: 'overseas_sales', locale: 'en' }),
  colleague('emily.foster', ['Emily Foster', '艾蜜莉'], 'rep', { team: 'overseas_sales', locale: 'en', skill: 1.06 }),
  colleague('weiting.chang', ['Wei-Ting Chang', '張維庭'], 'rep', { team: 'overseas_sales', skill: 1 }),
  colleague('markus.brandt', ['Markus Brandt', '馬庫斯'], 'rep', { team: 'overseas_sales', locale: 'en', skill: 0.94 }),
  colleague('shuhui.yang', ['Shu-Hui Yang', '楊淑慧'], 'rep', { team: 'overseas_sales', skill: 1.02 }),
  colleague('irene.kuo', ['Irene Kuo', '郭怡君'], 'manager', { team: 'demand' }),
  colleague('marketer', ['Jasmine Cheng', '鄭茉莉'], 'marketer', { team: 'demand' }),
  colleague('boyan.su', ['Bo-Yan Su', '蘇柏彥'], 'marketer', { team: 'demand' }),
  colleague('tingan.yeh', ['Ting-An Yeh', '葉庭安'], 'marketer', { team: 'demand' }),
  colleague('laura.santos', ['Laura Santos', '蘿拉'], 'marketer', { team: 'demand', locale: 'en' }),
  colleague('victor.peng', ['Victor Peng', '彭文彥'], 'manager', { team: 'product_marketing' }),
  colleague('chiayu.lai', ['Chia-Yu Lai', '賴佳瑜'], 'marketer', { team: 'product_marketing' }),
  colleague('zihan.fang', ['Zi-Han Fang', '方子涵'], 'marketer', { team: 'product_marketing' }),
  colleague('liaison', ['Ming-Hui Chou', '周明慧'], 'liaison'),
  colleague('officer', ['Andrew Shih', '施安德'], 'revenue_officer', { locale: 'en' }),
  colleague('admin', ['Tess Kao', '高子晴'], 'administrator', { locale: 'en' }),
  colleague('viewer', ['Robert Tseng', '曾國豪'], 'viewer'),
];

/** Those who sign in for the demo, one of each role, in the order they are worth meeting. */
export const signInKeys = ['rep', 'marketer', 'manager', 'liaison', 'officer', 'admin', 'viewer'] as const;

/** Of those, the ones who could give passwords or import: nobody is to be them where a person of flesh and blood administers. */
export const mightyKeys = ['officer', 'admin'] as const satisfies readonly (typeof signInKeys)[number][];

export const emailOf = (key: string): string => `${key}@demo.example`;

/** Printed and documented on purpose: the demo holds nothing worth protecting, and importing real records removes it. */
export const demoPassword = 'tandem-demo-2026';

/** Lunar new year's eve and the days after it, which move; the other holidays are the same every year. */
export const movingHolidays = [
  '2025-01-27',
  '2025-01-28',
  '2025-01-29',
  '2025-01-30',
  '2025-01-31',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  '2027-02-05',
  '2027-02-08',
  '2027-02-09',
  '2027-02-10',
  '2028-01-25',
  '2028-01-26',
  '2028-01-27',
  '2028-01-28',
] as const;
export const fixedHolidays = ['01-01', '02-28', '05-01', '10-10'] as const;
