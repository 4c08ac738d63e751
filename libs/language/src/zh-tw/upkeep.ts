import type { upkeep as english } from '../en/upkeep';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: how it stands with the installation, line by line, and what to do about it. */
export const upkeep: SameKeys<typeof english> = {
  topic: {
    database: '資料庫',
    redis: 'Redis',
    workers: '背景工作程式',
    events: '傳遞中的事件',
    queues: '佇列',
    letters: '郵件',
    webhooks: 'Webhook',
    imports: '匯入',
    sums: '數字加總',
    verification: '最近一次查核',
    backups: '備份',
  },
  found: {
    database: { answers: '{{ms}} 毫秒內回應（{{version}}）。', slow: '需要 {{ms}} 毫秒才回應。' },
    redis: {
      answers: '正常回應，並保留交付的工作（{{version}}）。',
      away: '沒有回應。',
      replica: '這是唯讀副本，不接受工作。',
      unwritten: '無法將記錄寫入磁碟。',
      evicted_one: '已丟棄 {{count}} 個鍵。',
      evicted_other: '已丟棄 {{count}} 個鍵。',
      evicting: '記憶體不足時可能丟棄工作（{{policy}}）。',
    },
    workers: {
      alive_one: '{{count}} 個背景工作程式正在運作。',
      alive_other: '{{count}} 個背景工作程式正在運作。',
      silent: '沒有背景工作程式回報。',
      never: '從未有背景工作程式回報。',
    },
    events: {
      flowing: '變更發生後隨即傳遞。',
      waiting_one: '{{count}} 筆變更等待傳遞。',
      waiting_other: '{{count}} 筆變更等待傳遞。',
    },
    queues: {
      flowing: '等待 {{waiting}}，處理中 {{underWay}}，沒有失敗。',
      failed_one: '等待 {{waiting}}，處理中 {{underWay}}，一週內失敗 {{count}}。',
      failed_other: '等待 {{waiting}}，處理中 {{underWay}}，一週內失敗 {{count}}。',
      piled: '等待 {{waiting}}，處理中 {{underWay}}：進來的比做完的多。',
      away: 'Redis 沒有回應，無法查看佇列。',
    },
    letters: {
      flowing_one: '沒有等待或失敗的郵件；一週內寄出 {{count}} 封。',
      flowing_other: '沒有等待或失敗的郵件；一週內寄出 {{count}} 封。',
      waiting: '郵件可以寄出卻仍在等待。',
      uncertain_one: '有 {{count}} 封郵件無法得知是否送達。',
      uncertain_other: '有 {{count}} 封郵件無法得知是否送達。',
      failed_one: '一週內有 {{count}} 封郵件無法寄出。',
      failed_other: '一週內有 {{count}} 封郵件無法寄出。',
    },
    webhooks: {
      none: '沒有外部系統接收事件。',
      flowing_one: '{{count}} 個接收端點收到所有事件。',
      flowing_other: '{{count}} 個接收端點收到所有事件。',
      waiting: '有事件等待送往接收端點。',
      failing_one: '{{count}} 個接收端點無法接收。',
      failing_other: '{{count}} 個接收端點無法接收。',
    },
    imports: {
      never: '尚未匯入任何資料。',
      done: '最近一次已完成。',
      underWay: '有一次匯入正在進行。',
      failed: '最近一次已放棄。',
      stuck: '有匯入在等待，但無人處理。',
    },
    sums: {
      fresh_one: '已是最新；{{count}} 筆變更等待計入。',
      fresh_other: '已是最新；{{count}} 筆變更等待計入。',
      building: '正在重新計算：{{total}} 筆商機中已計入 {{built}} 筆。',
      none: '尚未計算。',
      behind_one: '{{count}} 筆變更等待計入過久。',
      behind_other: '{{count}} 筆變更等待計入過久。',
    },
    verification: {
      holds: '所有規則都成立。',
      never: '尚未查核過。',
      first: '第一次查核正在進行。',
      overdue: '超過一天沒有查核。',
      failed: '未能完成。',
      violated_one: '{{count}} 列不符。',
      violated_other: '{{count}} 列不符。',
    },
    backups: { elsewhere: 'Tandem 本身不做備份，也看不到您的備份。' },
  },
  advice: {
    database: { slow: '每個人都要等這麼久。請查看其主機的負載，並在該處執行「tandem doctor」。' },
    redis: {
      away: '請啟動 Redis，並確認 REDIS_URL 正確。變更仍會保存；背景工作程式會改由資料庫進行，只是較慢。',
      replica: 'REDIS_URL 必須指向主要伺服器。',
      unwritten: '請查看其主機的磁碟。遺失的工作會由資料庫找回，只是較晚。',
      evicted: '請將 maxmemory-policy 設為 noeviction。掃描會再找回工作，只是較晚。',
      evicting: '請將 maxmemory-policy 設為 noeviction。',
    },
    workers: {
      silent:
        '議程不會寫、郵件不會寄。請啟動背景工作程式；npm start 與 compose 檔都會啟動。若應有一個在運作，其記錄檔會說明為何結束。',
      never: '議程不會寫、郵件不會寄。請啟動背景工作程式；npm start 與 compose 檔都會啟動。',
    },
    events: { waiting: '請確認背景工作程式正在運作。若是，其記錄檔會說明為何沒有傳遞。' },
    queues: {
      failed: '背景工作程式的記錄檔有完整說明。不必手動重新排入：資料都在資料庫中，下一次掃描會接手。',
      piled: '請再啟動一個背景工作程式，或在第一個的記錄檔中查看受阻的原因。',
      away: '請先讓 Redis 恢復。',
    },
    letters: {
      waiting: '請確認背景工作程式正在運作、郵件伺服器有回應。沒有遺失：兩者恢復後隨即寄出。',
      uncertain: '郵件伺服器回覆時連線中斷。請詢問收件人，或查看這些郵件。',
      failed: '寄件匣顯示郵件伺服器的回覆；常見原因是地址有誤。',
    },
    webhooks: {
      waiting: '請確認背景工作程式正在運作。',
      failing: '請通知接收端點的負責人。每次嘗試都列在「傳送紀錄」；恢復後重新啟用，等待的事件就會送出。',
    },
    imports: {
      failed: '匯入頁會說明原因。修正後再匯入同樣的檔案即可，不會重複。',
      stuck: '請確認背景工作程式正在運作；它會自行接手。',
    },
    sums: {
      building: '不必處理。這段期間的數字仍然正確，只是較慢。',
      none: '背景工作程式會自行計算；這段期間的數字仍然正確，只是較慢。',
      behind: '背景工作程式的記錄檔會說明原因。數字仍然正確，只是較慢。',
    },
    verification: {
      never: '背景工作程式每晚查核，您也可以現在就要求查核。',
      first: '請稍候，背景工作程式會完成。',
      overdue: '請現在要求查核，並確認背景工作程式在夜間運作。',
      failed: '背景工作程式的記錄檔會說明原因。修正後請再要求查核。',
      violated: '在信任以這些紀錄為準的數字之前，請先逐條查看不成立的規則。',
    },
    backups: { elsewhere: '請確認資料庫每晚備份，且有人實際還原過。docs/operations.md 有兩者的指令。' },
  },
  detail: {
    startedAt: '啟動',
    job: '失敗',
    receiver: '接收端點',
  },
};
