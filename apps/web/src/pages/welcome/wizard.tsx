import { Alert, Button, Group, Paper, Stack } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { isProblem } from '../../api/problem-error';
import { useBegin, type Begun } from '../../api/setup.api';
import { useSentence } from '../../components/states';
import { useLocale } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { faultsOf, type Faults } from './check-draft';
import { setupOf, stepsOf, type Draft, type StepName } from './draft';
import { FaultsBeside } from './fields';
import { readRefusal } from './read-refusal';
import { StepList } from './step-list';
import { AdministratorStep } from './steps/administrator-step';
import { ColleaguesStep } from './steps/colleagues-step';
import { LanguageStep } from './steps/language-step';
import { OrganisationStep } from './steps/organisation-step';
import { WishStep } from './steps/wish-step';
import { useFocusOnStep } from './use-focus-on-step';
import classes from './welcome.module.css';

interface WizardProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onDone: (begun: Begun) => void;
}

/** From the language to the last colleague; sent as a whole at the end. */
export function Wizard({ draft, onDraft, onDone }: WizardProps) {
  const t = useText();
  const locale = useLocale();
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const begin = useBegin(onDone);
  const form = useRef<HTMLFormElement>(null);
  const steps = stepsOf(draft);
  // What an earlier choice has made superfluous is not a place to stand.
  const at = steps.includes(draft.step) ? draft.step : 'wish';
  const next = steps[steps.indexOf(at) + 1];
  useFocusOnStep(form, at, faults);

  const go = (step: StepName, beside: Faults = {}) => {
    setFaults(beside);
    onDraft({ ...draft, step });
  };
  const change = (part: Partial<Draft>) => {
    setFaults({});
    onDraft({ ...draft, ...part });
  };

  useEffect(() => {
    const refusal = isProblem(begin.error) ? readRefusal(begin.error.problem) : null;
    if (refusal) go(refusal.step, refusal.faults);
    // Only a new refusal leads anywhere.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [begin.error]);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const checked = { draft, password };
    const found = faultsOf(at, checked);
    if (Object.keys(found).length > 0) return setFaults(found);
    if (next) return go(next);
    // A step before may have lost what was typed there, such as the password when the page was loaded anew.
    const wrong = steps.find((step) => Object.keys(faultsOf(step, checked)).length > 0);
    if (wrong) return go(wrong, faultsOf(wrong, checked));
    begin.mutate(setupOf(draft, password, locale));
  }

  return (
    <>
      <StepList steps={steps} at={at} onGo={go} />
      <Paper withBorder p="lg" radius="lg">
        <form ref={form} noValidate onSubmit={submit}>
          <FaultsBeside faults={faults}>
            <Stack gap="md">
              {begin.isError && Object.keys(faults).length === 0 ? <Refused error={begin.error} /> : null}
              {at === 'language' ? <LanguageStep /> : null}
              {at === 'administrator' ? (
                <AdministratorStep
                  draft={draft}
                  onChange={change}
                  password={password}
                  onPassword={(typed) => {
                    setFaults({});
                    setPassword(typed);
                  }}
                />
              ) : null}
              {at === 'wish' ? <WishStep draft={draft} onChange={change} /> : null}
              {at === 'organisation' ? <OrganisationStep draft={draft} onChange={change} /> : null}
              {at === 'colleagues' ? <ColleaguesStep draft={draft} onChange={change} /> : null}
              <Group justify="space-between" className={classes.buttons}>
                {at === 'language' ? (
                  <span />
                ) : (
                  <Button
                    variant="default"
                    leftSection={<IconArrowLeft size={16} aria-hidden />}
                    disabled={begin.isPending}
                    onClick={() => go(steps[steps.indexOf(at) - 1] ?? 'language')}
                  >
                    {t('welcome:back')}
                  </Button>
                )}
                <Button
                  type="submit"
                  loading={begin.isPending}
                  rightSection={next ? <IconArrowRight size={16} aria-hidden /> : null}
                >
                  {next ? t('welcome:next') : t(draft.wish === 'demo' ? 'welcome:finishDemo' : 'welcome:finish')}
                </Button>
              </Group>
            </Stack>
          </FaultsBeside>
        </form>
      </Paper>
    </>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const sentence = useSentence(error);
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      {sentence}
    </Alert>
  );
}
