import type { password as english } from '../../en/web/password';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: one's own password. */
export const password: SameKeys<typeof english> = {
  title: '變更密碼',
  lead: '您在此處保持登入，其他所有裝置都會登出。',
  present: '目前的密碼',
  next: '新密碼',
  rule: '至少 {{count}} 個字元',
  done: '密碼已變更。',
};
