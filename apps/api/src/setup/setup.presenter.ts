import type { DemoProgress } from '@tandem/contracts';
import type { FirstRunView } from '@tandem/demo';
import { missing, type Locale, type Role } from '@tandem/kernel';
import { hasText, text } from '@tandem/language';

export function presentProgress(run: FirstRunView | null, locale: Locale): DemoProgress {
  if (!run) throw missing('setup.not_by_wizard', 'This installation was not set up in a browser.');
  const { problem, signIns, askedAt, ...others } = run;
  return {
    ...others,
    problem:
      problem &&
      text(locale, hasText(locale, `problems:${problem}`) ? `problems:${problem}` : 'problems:demo.unexpected'),
    askedAt: askedAt.toISOString(),
    signIns: signIns.map(({ name, nameZh, email, password, role }) => ({
      name: { en: name, zhTW: nameZh },
      email,
      password,
      role: role as Role,
    })),
  };
}
