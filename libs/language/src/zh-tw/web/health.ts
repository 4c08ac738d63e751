import type { health as english } from '../../en/web/health';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: the red line that says what is off. */
export const health: SameKeys<typeof english> = {
  line: {
    broken_one: '紀錄彼此矛盾：有 {{count}} 條規則不成立。',
    broken_other: '紀錄彼此矛盾：有 {{count}} 條規則不成立。',
    failed: '最近一次紀錄查核未能完成。',
    overdue: '自 {{at}} 起未再查核紀錄。',
    silent: '自 {{at}} 起沒有背景工作程式回報：議程與郵件都在等待。',
    behind_one: '數字加總落後：背景工作程式雖在運作，仍有 {{count}} 筆變更等待計入。',
    behind_other: '數字加總落後：背景工作程式雖在運作，仍有 {{count}} 筆變更等待計入。',
    look: '前往檢視',
  },
};
