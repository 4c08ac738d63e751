import type { minutes as english } from '../../en/web/minutes';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: what a meeting came to. */
export const minutes: SameKeys<typeof english> = {
  title: '會議紀錄',
  nothing: '本次會議沒有決議，也沒有新的待辦。',
  action: '待辦',
  parked: '暫緩',
  comesBack: '將列入下次議程',
  to_one: '將寄給 {{count}} 位成員，以各自的語言。',
  to_other: '將寄給雙方共 {{count}} 位成員，以各自的語言。',
  send: '寄出會議紀錄',
  closeAndSend: '結束會議並寄出紀錄',
  really_one: '確定寄給 {{count}} 位成員？',
  really_other: '確定寄給 {{count}} 位成員？',
  sent_one: '會議紀錄已於 {{at}} 寄給 {{count}} 位成員。',
  sent_other: '會議紀錄已於 {{at}} 寄給 {{count}} 位成員。',
  before: '之後的變更不在紀錄內。',
};
