import { exitCodes, type ExitCode } from './exit-codes';
import { screen, type Screen } from './screen';
import { tellFailure } from './tell-failure';

/** What a command does; it may answer with an exit code of its own. */
export type Work = (screen: Screen) => Promise<ExitCode | void>;

/** How commands are run: failures become a sentence and an exit code, in one place. */
export interface Runner {
  readonly run: (options: { readonly json?: boolean }, work: Work) => Promise<void>;
}

export const runner: Runner = {
  async run(options, work) {
    const shown = screen({ json: options.json ?? false });
    try {
      process.exitCode = (await work(shown)) ?? exitCodes.ok;
    } catch (error) {
      process.exitCode = tellFailure(error, shown);
    }
  },
};
