import type { sources as english } from '../../en/web/sources';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: which source pays. */
export const sources: SameKeys<typeof english> = {
  title: '哪個來源划算',
  view: '來源顯示方式',
  count: '計算{{period}}的來源',
  empty: '此期間沒有任何來源帶來商機，也沒有相關費用。',
  column: {
    leads: '名單',
    qualified: 'MQL %',
    accepted: 'SQL',
    won: '成交',
    cost: '成本',
    costEach: '每件 SQL 成本',
    pipeline: '商機金額',
    yield: '商機金額 ÷ 成本',
  },
  qualifiedHint: '期間內進入行銷最後階段的件數 ÷ 名單數，是流通率而非轉換率',
  noRow: '漏斗沒有這個階段',
  noLeads: '沒有名單',
  none: { cost: '成本不明', source: '非單一來源的成本', spent: '沒有費用', accepted: '沒有 SQL' },
  noneDated: '這一週沒有歸屬來源的費用。',
  told: '{{times}} 倍 · {{cost}} 帶來 {{pipeline}}',
  notTold: '{{pipeline}} · 無法計算：{{why}}',
};
