import type { tour as english } from '../../en/web/tour';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the tour that shows a newcomer around; they come with it alone. */
export const tour: SameKeys<typeof english> = {
  label: '導覽',
  at: '{{step}} / {{steps}}',
  next: '下一步',
  back: '上一步',
  end: '結束導覽',
  done: '完成',
  steps: {
    work: {
      title: '從這裡開始工作',
      rep: '「我的一天」列出接下來要聯絡的人、逾期的工作，以及行銷交接過來的商機；旁邊的看板依階段顯示所有商機。',
      others: '看板從第一次接觸開始顯示每個商機，行銷與業務走在同一條路上；「我的一天」列出等您處理的工作。',
    },
    search: {
      title: '什麼都找得到，哪裡都到得了',
      text: '商機、客戶、人員、頁面與操作：在任何地方按 {{keys}} 都能開啟搜尋。',
    },
    handOffs: {
      title: '行銷與業務在此交會',
      text: '交接先提出，再由對方接受，或附上理由拒絕，時限由雙方主管共同約定；數字表示還有幾件等待回覆。',
    },
    figures: {
      title: '每個數字都有定義',
      text: '數字旁的符號會開啟定義，並列出其他算法；點選數字本身，就能看到背後的每一筆資料。',
    },
    meetings: {
      title: '每週三十分鐘，一起開會',
      text: '議程由數字自動產生。每個議題都以決議結束，或交由一位負責人處理的待辦事項。',
    },
    keys: {
      title: '語言、配色與快速鍵',
      text: '都在您的帳號選單裡，也可以從這裡再看一次導覽。按 ? 會顯示所有快速鍵。',
    },
  },
};
