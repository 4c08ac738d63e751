import type { common as english } from '../../en/web/common';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: words that several pages use. */
export const common: SameKeys<typeof english> = {
  save: '儲存',
  saving: '儲存中…',
  cancel: '取消',
  close: '關閉',
  copied: '已複製',
  toCopy: '瀏覽器無法代為複製。內容已選取，請自行複製。',
  retry: '重試',
  edit: '編輯{{field}}',
  more: '顯示更多',
  loading: '載入中…',
  unknown: '未知',
  none: '無',
  optional: '選填',
  required: '請填寫此欄位。',
  undo: '復原',
  notUndone: '未能復原',
  undoStale: '有人剛又變更過，因此維持目前的狀態。',
  all: '全部',
  notes: '備註',
  today: '今天',
  colon: '：',
  comma: '，',
  amount: { invalid: '金額格式不正確，請輸入 1200000、1,200,000 或 120萬。' },
  span: {
    hours: '{{hours}} 小時',
    hoursAnd: '{{hours}} 小時 {{minutes}} 分',
    minutes: '{{minutes}} 分',
    seconds: '{{seconds}} 秒',
  },
  error: {
    title: '無法載入',
    notSaved: '尚未儲存',
    connection: '伺服器沒有回應。可以放心重試，同一動作不會執行兩次。',
    unavailable: '伺服器忙碌或正在重新啟動。您輸入的內容仍在，請稍後再試。',
    unknown: '系統發生錯誤，請再試一次；若持續發生，請通知系統管理員。',
    forbidden: '您的角色無法檢視此頁面。',
  },
};
