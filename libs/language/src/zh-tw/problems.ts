import type { problems as english } from '../en/problems';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: problems. */
export const problems: SameKeys<typeof english> = {
  kind: {
    invalid: '請求內容有誤',
    unauthenticated: '您尚未登入',
    forbidden: '您沒有權限執行此操作',
    missing: '找不到資料',
    refused: '目前無法執行',
    stale: '資料已被他人更新',
    unprocessable: '此識別碼已用於其他請求',
    'version-required': '缺少版本資訊',
    'too-large': '請求內容過大',
    'media-type': '不支援的內容格式',
    'too-many': '嘗試次數過多',
    unavailable: '目前無法使用',
    internal: '系統發生錯誤',
  },
};
