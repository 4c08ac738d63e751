import type { meetings as english } from '../en/meetings';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: meetings. */
export const meetings: SameKeys<typeof english> = {
  comma: '、',
  notAvailable: '無資料',
  noFamily: '未指定產品',
  otherFamilies_one: '其他系列',
  otherFamilies_other: '其他系列',
  ofAccount: '{{name}}（{{account}}）',
  worth: '，金額共 {{total}}',
  worst: { days: '{{name}}（+{{over}} 天）', hours: '{{name}}（+{{over}} 小時）' },
  standing: {
    met: '已達標。',
    ahead: '超前進度。',
    on_track: '符合進度。',
    behind: '進度落後。',
    missed: '未達標。',
  },
  figure: {
    title: '{{name}} {{period}}：{{value}}',
    target: '目標 {{target}}。',
    attained: '已達成 {{share}}。',
    before: '前一期：{{previous}}。',
  },
  carried_one: '延續自上次會議。',
  carried_other: '已延續 {{count}} 次。',
  carriedTooOften: '已延續 {{count}} 次：請執行、放棄或上報。',
  measure: { value: '「{{figure}}」', pace: '「{{figure}}」的進度' },
  section: {
    actions: '我們約定的事',
    number: '共同數字',
    leaks: '漏斗的缺口',
    major: '重大商機',
    problems: '待解問題',
    voices: '第一線的聲音',
    money: '產品組合與經費',
    new: '新增議題',
  },
  item: {
    action_due: {
      title: '{{title}}（{{owner}}）',
      why: '{{due}} 到期。',
      whyLate_one: '應於 {{due}} 完成，已逾期 1 天。',
      whyLate_other: '應於 {{due}} 完成，已逾期 {{count}} 天。',
    },
    action_done: {
      title: '已完成：{{title}}（{{owner}}）',
      why: '上次會議後完成。',
      effect_better: '已完成。此後{{figure}}由 {{before}} 改善為 {{now}}。',
      effect_worse: '已完成。此後{{figure}}由 {{before}} 惡化為 {{now}}。',
      effect_same: '已完成。此後{{figure}}仍為 {{before}}。',
    },
    action_dropped: { title: '已放棄：{{title}}（{{owner}}）', why: '上次會議後放棄。' },
    the_number: { why: '雙方共同承諾的數字。' },
    figure: { why: '業務與行銷共用的指標。' },
    leak: {
      title: '{{from}} → {{to}}：{{rate}}',
      why: '轉換率由 {{previous}} 降至 {{rate}}（{{mature}} 件中 {{converted}} 件），下降 {{points}} 個百分點，超出隨機波動；門檻為 {{threshold}} 個百分點。',
    },
    weakest_step: {
      title: '{{from}} → {{to}}：{{rate}}',
      why: '沒有任何步驟比以往惡化。此步驟流失最多：{{mature}} 件中有 {{lost}} 件未再前進。',
    },
    largest: {
      why: '未結商機第 {{rank}} 大；最大的 {{threshold}} 筆一律列入。{{stage}}，{{owner}}。',
      moved: '上次會議時為 {{before}}。',
      close: '預計 {{close}} 結案。',
    },
    moved_most: {
      why: '上次會議後由 {{before}} 變為 {{amount}}；變動最大的 {{threshold}} 筆列入。{{stage}}，{{owner}}。',
      whyFirst: '上次會議後首次填入金額 {{amount}}；變動最大的 {{threshold}} 筆列入。{{stage}}，{{owner}}。',
      whyGone: '上次會議後移除了金額（原為 {{before}}）；變動最大的 {{threshold}} 筆列入。{{stage}}，{{owner}}。',
    },
    hand_off_overdue: {
      title: '交接未回覆：{{title}}',
      why: '{{from}}已交給{{to}}；依約應於 {{due}} 前回覆，已逾 {{shown}} 小時。',
    },
    hand_off_overdue_of_team: {
      title_one: '{{team}}：{{shown}} 件交接未回覆',
      title_other: '{{team}}：{{shown}} 件交接未回覆',
      why: '已超過約定的回覆時限。最久：{{list}}。',
    },
    slipped: {
      title: '延遲：{{title}}',
      why: '結案日 {{close}} 已過 {{shown}} 天仍未結案。{{stage}}，{{owner}}。',
    },
    slipped_of_team: {
      title_one: '{{team}}：{{shown}} 筆延遲商機',
      title_other: '{{team}}：{{shown}} 筆延遲商機',
      why: '已過結案日仍未結案。最久：{{list}}。',
    },
    stalled: {
      title: '停滯：{{title}}',
      why: '在「{{stage}}」已 {{shown}} 天；此階段門檻為 {{threshold}} 天。{{owner}}。',
    },
    stalled_of_team: {
      title_one: '{{team}}：{{shown}} 筆停滯商機',
      title_other: '{{team}}：{{shown}} 筆停滯商機',
      why: '停留時間超過階段門檻。超出最多：{{list}}。',
    },
    no_next_step: {
      title: '沒有下一步：{{title}}',
      why: '尚無人寫下接下來要做什麼。{{stage}}，{{owner}}。',
      whyPassed: '下一步原訂 {{step}}，日期已過。{{stage}}，{{owner}}。',
    },
    no_next_step_of_team: {
      title_one: '{{team}}：{{shown}} 筆商機沒有下一步',
      title_other: '{{team}}：{{shown}} 筆商機沒有下一步',
      why: '沒有下一步，或日期已過。停留最久：{{list}}。',
    },
    feedback: {
      title: '名單品質：{{leads}}；後續跟進：{{followUp}}',
      of: '{{average}} 分（滿分 5 分）',
      few: '則數太少，不予顯示',
      why: '{{week}} 起一週內業務與行銷的互評。則數：業務 {{sales}}，行銷 {{marketing}}。',
    },
    mix: { title: '{{period}} 銷售組合：{{list}}', why: '目前為止各產品系列占入帳的比例。' },
    purse: {
      title: '{{period}} 費用：業務 {{sales}}，行銷 {{marketing}}',
      why: '同一個錢包：兩個部門目前的費用。',
    },
    note: { why: '由與會者新增。' },
  },
};
