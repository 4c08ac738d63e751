/** English texts of the screens: signing in. */
export const signIn = {
  title: 'Sign in',
  lead: 'One funnel that sales and marketing own together.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  missing: { email: 'Please enter your e-mail address.', password: 'Please enter your password.' },
  wrong: 'E-mail address and password do not match.',
  tooMany: 'Too many tries. Please wait {{seconds}} seconds.',
  tooManyUnknown: 'Too many tries. Please wait a few minutes.',
  ended: 'Sign in to go on to the page you asked for.',
} as const;
