/** What colleagues of the demo can be asked about, in the language they read; by the key of the person. */
export const askedAbout: Readonly<Record<string, string>> = {
  manager: 'Quotes over five million, quotas of Taiwan Sales',
  rep: 'Semiconductor accounts in Hsinchu, Edge Gateway G3',
  'hsinyi.wu': '食品業客戶、Predictive Care 導入經驗',
  'chihming.huang': '中部機械業、舊機台改裝',
  'peishan.liu': '系統整合商、政府標案',
  'juncheng.tsai': '南部石化業',
  'yaling.hsu': '續約與加購、客戶成功案例',
  'daniel.okada': 'Japan, prices in yen, overseas partners',
  'emily.foster': 'Customers in Germany and the Netherlands',
  'weiting.chang': '東南亞代理商',
  'markus.brandt': 'Machine builders in Europe, certificates',
  'shuhui.yang': '日本客戶、出貨文件',
  'irene.kuo': '行銷預算、交接條件',
  marketer: '線上研討會名單、表單與評分',
  'boyan.su': '搜尋廣告、網站流量',
  'tingan.yeh': '展覽、現場名單整理',
  'laura.santos': 'English webinars, case studies for Europe',
  'victor.peng': '產品定位、競品比較',
  'chiayu.lai': '簡報範本、規格書',
  'zihan.fang': '價格建議、新產品上市',
  liaison: '兩邊有爭議的交接',
  officer: 'The number, budget requests',
  admin: 'Accounts, imports, exports',
};

/** A number nobody has; every colleague has one of these but the last. */
export const phoneOf = (place: number): string | null =>
  place % 8 === 7 ? null : `+886 2 5555 01${String(place + 10).padStart(2, '0')}`;

/** What the sides of the demo wrote to each other, each in the language of whoever wrote it. */
export const sales: readonly string[] = [
  'Webinar leads knew our price already. More of these.',
  '展覽名單有三分之一是學生，請先篩選。',
  'Two of five had no phone number.',
  '本週名單的職稱很準，都是能決定的人。',
  'Please note which case study they read.',
];
export const marketing: readonly string[] = [
  '退回的兩件沒有寫原因，無法改善。',
  'Answered within the hour, thank you!',
  '有三件過了兩天才打電話，客戶已經找了別家。',
  '每通電話後的回饋很有幫助，請繼續。',
  'Please log the outcome, “no answer” helps too.',
];
