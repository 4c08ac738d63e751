import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { newToken } from '../../../components/invitation-link';
import { useText } from '../../../i18n/use-text';
import { posts, type Colleague, type Post } from '../draft';
import { FieldGroup } from '../field-group';
import { useField } from '../fields';
import classes from '../welcome.module.css';
import type { StepProps } from './step';
import { StepHead } from './step-head';

const most = 50;
const postNames = Object.keys(posts) as Post[];

/** Who shall come. Nobody has to: the step is gone through as it is. */
export function ColleaguesStep({ draft: { colleagues }, onChange }: StepProps) {
  const t = useText();
  const field = useField();
  const set = (place: number, change: Partial<Colleague>) =>
    onChange({ colleagues: colleagues.map((one, index) => (index === place ? { ...one, ...change } : one)) });
  const add = () => onChange({ colleagues: [...colleagues, { name: '', email: '', post: 'rep', token: newToken() }] });
  const { newest, adder } = useFocusOnChange(colleagues.length);
  return (
    <>
      <StepHead title={t('welcome:colleagues.title')} lead={t('welcome:colleagues.lead')} />
      {colleagues.map(({ name, email, post, token }, place) => (
        <FieldGroup key={token} framed legend={t('welcome:colleagues.nth', { place: place + 1 })}>
          <Stack gap="sm">
            <div className={classes.columns}>
              <TextInput
                ref={place === colleagues.length - 1 ? newest : undefined}
                label={t('welcome:colleagues.name')}
                autoComplete="off"
                maxLength={190}
                value={name}
                onChange={(event) => set(place, { name: event.currentTarget.value })}
                {...field(`colleagues.${place}.name`)}
              />
              <TextInput
                label={t('welcome:colleagues.email')}
                type="email"
                inputMode="email"
                autoComplete="off"
                maxLength={320}
                value={email}
                onChange={(event) => set(place, { email: event.currentTarget.value })}
                {...field(`colleagues.${place}.email`)}
              />
              <Select
                label={t('welcome:colleagues.post')}
                allowDeselect={false}
                data={postNames.map((value) => ({ value, label: t(`welcome:colleagues.posts.${value}`) }))}
                value={post}
                onChange={(value) => value && set(place, { post: value })}
              />
            </div>
            <div>
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => onChange({ colleagues: colleagues.filter((one) => one.token !== token) })}
              >
                {t('welcome:colleagues.remove', { place: place + 1 })}
              </Button>
            </div>
          </Stack>
        </FieldGroup>
      ))}
      {colleagues.length < most ? (
        <div>
          <Button ref={adder} variant="default" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={add}>
            {t('welcome:colleagues.add')}
          </Button>
        </div>
      ) : null}
      {colleagues.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('welcome:colleagues.links')}
        </Text>
      ) : null}
    </>
  );
}

/** Whoever adds somebody goes on with their name; the button that takes somebody out goes with them. */
function useFocusOnChange(count: number) {
  const newest = useRef<HTMLInputElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) newest.current?.focus();
    else if (count < before.current) adder.current?.focus();
    before.current = count;
  }, [count]);
  return { newest, adder };
}
