import { Button, Checkbox, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { FeedbackAboutWire, FeedbackOverviewWire, OwnFeedbackWire } from '@tandem/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { feedbackKey, takeBackFeedback, useSendFeedback, useTakeBackFeedback } from '../../api/feedback.api';
import { Failure } from '../../components/states';
import { say } from '../../deeds/say';
import { useUndoable } from '../../deeds/use-undoable';
import { useText } from '../../i18n/use-text';
import { Choice } from './choice';
import classes from './feedback.module.css';
import { SaidAlready } from './said-already';
import { SubjectChoice } from './subject-choice';
import { WhatIsStored } from './what-is-stored';

const scores = [1, 2, 3, 4, 5] as const;
type Score = (typeof scores)[number];

interface FeedbackFormProps {
  readonly feedback: FeedbackOverviewWire;
  readonly about: FeedbackAboutWire;
  /** The hand-off that a link led to. */
  readonly asked: string | null;
}

/** What of, how good, send: three taps, and two of them for the week as a whole. */
export function FeedbackForm({ feedback, about, asked }: FeedbackFormProps) {
  const t = useText();
  const [chosen, setChosen] = useState(asked);
  const [score, setScore] = useState<Score | null>(null);
  const [comment, setComment] = useState('');
  const [wantsNoName, setWantsNoName] = useState(false);
  const [isTried, setTried] = useState(false);
  const isUnnamed = wantsNoName && feedback.unnamed.refused === null;
  const handOff = isUnnamed ? undefined : feedback.handOffs.find(({ id }) => id === chosen);
  const handOffId = handOff?.id ?? null;
  const said = isUnnamed ? undefined : feedback.mine.find((own) => own.handOffId === handOffId);
  const isSaid = said !== undefined || (handOff?.score ?? null) !== null;
  const client = useQueryClient();
  const sayUndoable = useUndoable();
  const title = useRef<HTMLHeadingElement>(null);
  // What was pressed is gone with it.
  const stand = () => title.current?.focus({ preventScroll: true });
  const takeBack = useTakeBackFeedback(() => {
    say(t('feedback:takenBack'));
    stand();
  });
  const send = useSendFeedback((given) => {
    setScore(null);
    setComment('');
    setTried(false);
    tell(given);
    stand();
  });

  function tell(given: OwnFeedbackWire | null) {
    if (given === null) say(t('feedback:sentUnnamed'));
    else
      sayUndoable({
        sentence: t('feedback:sent'),
        undone: t('feedback:takenBack'),
        undo: (key) =>
          takeBackFeedback(given, key).finally(() => void client.invalidateQueries({ queryKey: feedbackKey })),
      });
  }

  function submit() {
    setTried(true);
    if (score === null || isSaid) return;
    send.mutate({
      score,
      isUnnamed,
      ...(comment.trim() ? { comment: comment.trim() } : {}),
      ...(handOffId === null ? {} : { handOffId }),
    });
  }

  return (
    <form
      noValidate
      className={classes.form}
      aria-labelledby="say"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id="say" ref={title} tabIndex={-1} className={classes.title}>
        {t(`feedback:ask.${about}`)}
      </h2>
      <SubjectChoice handOffs={feedback.handOffs} chosen={handOffId} isUnnamed={isUnnamed} onChoose={setChosen} />
      {isSaid ? (
        <SaidAlready said={said} score={said?.score ?? handOff?.score ?? null} takeBack={takeBack} />
      ) : (
        <>
          <fieldset className={classes.scores} aria-describedby={isTried && score === null ? 'no-score' : undefined}>
            <legend>{t('feedback:score.label')}</legend>
            {scores.map((one) => (
              <Choice
                key={one}
                name="score"
                value={String(one)}
                isChosen={score === one}
                onChoose={() => setScore(one)}
              >
                <strong>{one}</strong>
                <span>{t(`feedback:score.${one}`)}</span>
              </Choice>
            ))}
          </fieldset>
          {isTried && score === null ? (
            <p id="no-score" role="alert" className={classes.fault}>
              {t('feedback:score.missing')}
            </p>
          ) : null}
          <Textarea
            label={`${t('feedback:comment')} (${t('common.optional')})`}
            autosize
            minRows={1}
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
        </>
      )}
      <Checkbox
        label={t('feedback:unnamed')}
        disabled={feedback.unnamed.refused !== null}
        checked={isUnnamed}
        onChange={(event) => setWantsNoName(event.currentTarget.checked)}
      />
      <WhatIsStored unnamed={feedback.unnamed} isUnnamed={isUnnamed} />
      {send.error ? <Failure error={send.error} while="saving" /> : null}
      {isSaid ? null : (
        <Button type="submit" size="md" loading={send.isPending} leftSection={<IconSend size={18} aria-hidden />}>
          {t('feedback:send')}
        </Button>
      )}
    </form>
  );
}
