import { board } from './web/board';
import { common } from './web/common';
import { figures } from './web/figures';
import { funnel } from './web/funnel';
import { handOffs } from './web/hand-offs';
import { health } from './web/health';
import { meetings } from './web/meetings';
import { opportunity } from './web/opportunity';
import { outbox } from './web/outbox';
import { outlook } from './web/outlook';
import { password } from './web/password';
import { problems } from './web/problems';
import { scoreboard } from './web/scoreboard';
import { shell } from './web/shell';
import { signIn } from './web/sign-in';
import { views } from './web/views';

/** English texts of the screens, one file an area. */
export const web = {
  board,
  common,
  figures,
  funnel,
  handOffs,
  health,
  meetings,
  opportunity,
  outbox,
  outlook,
  password,
  problems,
  scoreboard,
  shell,
  signIn,
  views,
} as const;
