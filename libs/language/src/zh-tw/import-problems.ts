import type { importProblems as english } from '../en/import-problems';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese: why an import, or taking one back, is refused. */
export const importProblems: SameKeys<typeof english> = {
  password_needed: '示範公司移除後您的帳號會保留，而其密碼印在說明文件中。請為自己設定新密碼（至少 12 個字元）。',
  wrong_encoding:
    '{{file}} 不是 UTF-8 編碼。請在 Excel 以「CSV UTF-8（逗號分隔）」另存，或在匯出時選擇 UTF-8，再試一次。',
  undecodable: '無法以 {{encoding}} 讀取 {{file}}，請選擇其他編碼。',
  spreadsheet: '{{file}} 是活頁簿檔。請在 Excel 選擇「另存新檔」，存成「CSV UTF-8（逗號分隔）」後再上傳該檔案。',
  columns_unmatched: '請指定這些內容所在的欄位：{{fields}}。',
  column_gone: '{{file}} 沒有「{{column}}」欄位，請改選其他欄位。',
  stage_strange: '「{{stage}}」不是業務的進行中階段。請選擇漏斗中的階段、成交、失單，或略過這些列。',
  one_file: '請上傳一個檔案：CSV 格式的商機清單。',
  not_under_way: '匯入已不在進行中，無法暫停或繼續。',
  missing_file: '缺少 {{file}}。匯出資料共有四個檔案，缺一不可。',
  empty_file: '{{file}} 是空的，連標題列都沒有。',
  file_too_large: '{{file}} 超過 {{mostMegabytes}} MB。請分割後逐一匯入。',
  wrong_delimiter: '{{file}} 的欄位以「{{delimiter}}」分隔。請以逗號分隔儲存。',
  duplicate_column: '{{file}} 的欄位 {{column}} 出現兩次。請移除或改名其中一個。',
  missing_column: '{{file}} 缺少欄位 {{columns}}。',
  ragged_file: '{{file}} 有超過 {{most}} 行的欄位數與標題列不同。請以每行相同的欄位重新匯出。',
  unclosed_quote: '{{file}} 在第 {{line}} 行或之前有引號沒有結束。',
  stray_quote: '{{file}} 第 {{line}} 行的值中間有引號。請將引號重複一次，並以引號包住整個值。',
  holds_demo: '目前存放的是示範公司，真實資料不會與它混在一起。請選擇取代示範公司，或先將其移除。',
  currency_unknown: '「{{currency}}」不是貨幣代碼。請輸入三個大寫字母，例如 USD。',
  stage_missing: '漏斗中沒有此匯出所需的階段 {{stage}}。',
  missing: '找不到這次匯入。',
  unexpected: '發生未預期的錯誤，詳情請見程式記錄。',
  still_at_work: '匯入仍在進行中。請先暫停，再復原已匯入的資料。',
  nothing_to_undo: '此次匯入沒有新增或變更任何可復原的商機。',
  too_late_to_undo: '匯入只能在七天內復原，請逐筆更正。',
  stopped: '匯入在完成前停止，並復原已匯入的資料。',
};
