import type { signIn as english } from '../../en/web/sign-in';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: signing in. */
export const signIn: SameKeys<typeof english> = {
  title: '登入',
  lead: '行銷與業務共同經營的一個漏斗。',
  email: '電子郵件',
  password: '密碼',
  submit: '登入',
  missing: { email: '請輸入電子郵件。', password: '請輸入密碼。' },
  wrong: '電子郵件或密碼不正確。',
  tooMany: '嘗試次數過多，請等候 {{seconds}} 秒。',
  tooManyUnknown: '嘗試次數過多，請稍候幾分鐘。',
  ended: '請先登入，再前往您要的頁面。',
};
