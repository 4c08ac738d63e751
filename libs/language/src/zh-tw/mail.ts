import type { mail as english } from '../en/mail';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: mail. */
export const mail: SameKeys<typeof english> = {
  agenda: {
    subject_one: '{{series}} {{day}}：{{count}} 項待決議，{{inAll}}',
    subject_other: '{{series}} {{day}}：{{count}} 項待決議，{{inAll}}',
    inAll_one: '議程共 {{count}} 項',
    inAll_other: '議程共 {{count}} 項',
    subjectNothing: '{{series}} {{day}}：本週無待決議事項',
    greeting: '{{name}} 您好：',
    intro: '以下是下次會議的議程，依 {{at}} 的數據產生。',
    when: '{{day}} {{weekday}} {{from}} 至 {{until}}（{{zone}}）',
    chair: '主席：{{name}}',
    nothing: '本週沒有需要決議的事項：沒有到期的行動、漏斗沒有惡化、沒有待解問題。主席可取消本次會議。',
    own_one: '您有 {{count}} 項待辦行動',
    own_other: '您有 {{count}} 項待辦行動',
    ownNone: '您沒有待辦行動。',
    due: '{{due}} 到期',
    overdue: '自 {{due}} 起逾期',
    more_one: '另有 1 項，請見會議頁面',
    more_other: '另有 {{count}} 項，請見會議頁面',
    open: '開啟會議',
    openAt: '開啟會議：{{url}}',
    ownAction: '{{title}}（{{due}}）',
    footer: '您收到這封信，因為您是「{{series}}」的成員。此信由 Tandem 寄出，請勿回覆。',
  },
};
