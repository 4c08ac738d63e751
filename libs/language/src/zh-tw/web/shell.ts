import type { shell as english } from '../../en/web/shell';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: the frame around every page. */
export const shell: SameKeys<typeof english> = {
  product: 'Tandem',
  skip: '跳至主要內容',
  navigation: '主選單',
  menu: { open: '開啟選單', close: '關閉選單' },
  groups: { work: '工作', figures: '數據', together: '協作', records: '資料' },
  pages: {
    myDay: '我的一天',
    board: '看板',
    opportunities: '商機',
    handOffs: '交接',
    funnel: '漏斗',
    scoreboard: '績效總覽',
    meetings: '聯席會議',
    outbox: '寄件匣',
    import: '匯入',
    health: '資料健康',
  },
  waiting_one: '{{count}} 件等待回覆',
  waiting_other: '{{count}} 件等待回覆',
  demo: { badge: '示範資料', tip: '這些是自動產生的資料，匯入您自己的資料時會被取代。' },
  person: { menu: '您的帳號', signOut: '登出' },
  language: { label: '語言', en: 'English', zhTW: '繁體中文' },
  scheme: { label: '配色', auto: '跟隨系統', light: '淺色', dark: '深色' },
  keys: {
    title: '快速鍵',
    open: '鍵盤快速鍵',
    anywhere: '所有頁面',
    onBoard: '看板',
    help: '顯示這份清單',
    go: '前往我的一天、看板、商機、交接、漏斗、績效總覽、聯席會議',
    focus: '在卡片之間移動',
    stage: '退回或前進一個階段',
    move: '移至…',
    openCard: '開啟卡片',
    create: '新增商機',
    search: '搜尋',
  },
  offline: {
    title: '無法連線到伺服器',
    detail: '畫面上的資料可能不是最新的；恢復連線之前，任何變更都不會儲存。',
    retry: '立即重試',
  },
  update: {
    title: '無法載入此頁面',
    detail: '系統可能剛更新版本，重新載入通常可以解決。',
    reload: '重新載入',
  },
  lost: { title: '找不到此頁面', detail: '網址可能有誤，或頁面已經移動。', home: '回到看板' },
};
