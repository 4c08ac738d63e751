import type { feedback as english } from '../../en/web/feedback';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: what the two sides say of each other. */
export const feedback: SameKeys<typeof english> = {
  title: '回饋',
  lead: '業務評價收到的名單，行銷評價後續跟進。雙方都看得到彼此的回饋。',
  onlyRead: '您不屬於任何一方，因此不需評分。雙方的回饋都列在這裡。',
  ask: { lead_quality: '名單品質如何？', follow_up: '後續跟進如何？' },
  subject: {
    label: '評價對象',
    week: '本週整體',
    rated: '您給了 {{score}} 分',
    unnamed: '交接會透露是誰，因此匿名時只能評價本週整體。',
  },
  score: {
    label: '您的分數',
    '1': '很差',
    '2': '不佳',
    '3': '普通',
    '4': '良好',
    '5': '很好',
    missing: '請選擇 1 到 5 分。',
  },
  comment: '怎樣會更好？',
  unnamed: '匿名送出',
  stored: {
    named: '會儲存：您的姓名、分數與文字。文字會立即連同姓名顯示給所有人；分數只計入平均。該週結束前可以收回。',
    unnamed_one:
      '會儲存：您屬於哪一方、哪一週、分數與文字，不儲存您是誰，也不儲存時間。因此無法收回，也無從得知是否有人重複填寫；您這一方每週最多 {{count}} 則。該週結束後，您這一方當週的匿名回饋滿三則，才會顯示文字並計入分數；未滿三則時一律不公開。',
    unnamed_other:
      '會儲存：您屬於哪一方、哪一週、分數與文字，不儲存您是誰，也不儲存時間。因此無法收回，也無從得知是否有人重複填寫；您這一方每週最多 {{count}} 則。該週結束後，您這一方當週的匿名回饋滿三則，才會顯示文字並計入分數；未滿三則時一律不公開。',
    tooFew_one: '無法匿名：您這一方只有 {{count}} 人，少於 {{least}} 人時匿名無法隱藏身分。',
    tooFew_other: '無法匿名：您這一方只有 {{count}} 人，少於 {{least}} 人時匿名無法隱藏身分。',
    full_one: '本週無法再匿名：您這一方已有 {{count}} 則匿名回饋。',
    full_other: '本週無法再匿名：您這一方的匿名回饋已與人數相同（{{count}} 則）。',
  },
  send: '送出',
  sent: '已具名送出',
  sentUnnamed: '已匿名送出，該週結束且匿名回饋滿三則後才會顯示。',
  takenBack: '已收回',
  takeBack: '收回',
  said: '您給了 {{score}} 分（滿分 5 分）。',
  saidBefore: '該週已結束，因此無法收回。',
  weeks: '逐週結果',
  week: '週次起始',
  thisWeek: '本週',
  column: { lead_quality: '名單品質（業務評）', follow_up: '後續跟進（行銷評）' },
  answers_one: '{{count}} 則',
  answers_other: '{{count}} 則',
  keptBack_one: '{{count}} 則匿名因未滿三則而不公開',
  keptBack_other: '{{count}} 則匿名因未滿三則而不公開',
  untold: {
    nobody: '無資料，因為沒有人評分',
    too_few: '則數太少，不予顯示',
    week_not_over: '該週結束後顯示',
  },
  rule: '平均分數須滿三則且該週結束後才顯示，否則會透露個人的評分。同一週的匿名回饋滿三則才計入平均並顯示文字，否則可從具名者推知是誰。',
  words: '文字回饋',
  noWords: '目前沒有文字回饋。',
  nobodyNamed: '匿名',
  ofWeek: '{{day}} 起的一週',
  otherTeam: '其他團隊的交接',
};
