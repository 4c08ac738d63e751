import { Button, Grid, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import type { MoneyWire } from '@tandem/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useFunnel, useReferences } from '../api/funnel.api';
import { useOpen } from '../api/opportunities.api';
import { useMe } from '../api/session.api';
import { AccountInput, type AccountChoice } from '../components/account-input';
import { MoneyInput } from '../components/money-input';
import { Failure } from '../components/states';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';
import { say } from './say';

/** Opens an opportunity on one's own side of the funnel; everything but the name may come later. */
export function NewOpportunityDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const nameOf = useName();
  const navigate = useNavigate();
  const { person, organisation } = useMe();
  const { data: funnel } = useFunnel();
  const { data: references } = useReferences();
  const stages = (funnel?.stages ?? []).filter(
    (stage) => stage.class === 'open' && (person.side === 'other' || stage.ownerSide === person.side),
  );
  const [name, setName] = useState('');
  const [account, setAccount] = useState<AccountChoice | null>(null);
  const [amount, setAmount] = useState<MoneyWire | null | undefined>(null);
  const [chosenStage, setStage] = useState<string | null>(null);
  const [sourceId, setSource] = useState<string | null>(null);
  const [closeDate, setCloseDate] = useState('');
  const [nextStep, setNextStep] = useState('');
  const [nextStepDate, setNextStepDate] = useState('');
  const [asked, setAsked] = useState(false);
  const stageId = chosenStage ?? stages[0]?.id ?? null;
  const dateWithoutStep = nextStepDate !== '' && nextStep.trim() === '';
  const open = useOpen(({ id }) => {
    say(t('opportunity.create.done', { name: name.trim() }), {
      label: t('opportunity.create.show'),
      take: () => void navigate(`/opportunities/${id}`),
    });
    onClose();
  });

  function submit() {
    setAsked(true);
    if (!name.trim() || !stageId || amount === undefined || dateWithoutStep) return;
    open.mutate({
      name: name.trim(),
      stageId,
      accountId: account?.id ?? null,
      ...(account && account.id === null ? { accountName: account.name } : {}),
      productId: null,
      amount,
      closeDate: closeDate || null,
      sourceId,
      campaignId: null,
      nextStep: nextStep.trim() || null,
      nextStepDate: nextStepDate || null,
      bookingType: 'new_business',
    });
  }

  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={onClose}
      title={t('opportunity.create.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('opportunity.create.name')}
            data-autofocus
            required
            maxLength={190}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={asked && !name.trim() ? t('common.required') : undefined}
          />
          <AccountInput label={t('opportunity.create.account')} onChoice={setAccount} />
          <Grid gap="md">
            <Grid.Col span={{ base: 12, xs: 6 }}>
              <Select
                label={t('opportunity.create.stage')}
                data={stages.map((stage) => ({ value: stage.id, label: nameOf(stage.name) }))}
                value={stageId}
                allowDeselect={false}
                onChange={setStage}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, xs: 6 }}>
              <Select
                label={t('opportunity.field.source')}
                clearable
                data={(references?.sources ?? []).map((source) => ({ value: source.id, label: nameOf(source.name) }))}
                value={sourceId}
                onChange={setSource}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, xs: 6 }}>
              <MoneyInput
                label={t('opportunity.field.amount')}
                initial={null}
                currency={organisation.reportingCurrency}
                onAmount={setAmount}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, xs: 6 }}>
              <TextInput
                type="date"
                label={t('opportunity.field.closeDate')}
                value={closeDate}
                onChange={(event) => setCloseDate(event.currentTarget.value)}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, xs: 8 }}>
              <TextInput
                label={t('opportunity.field.nextStep')}
                placeholder={t('opportunity.nextStep.placeholder')}
                maxLength={500}
                value={nextStep}
                onChange={(event) => setNextStep(event.currentTarget.value)}
                error={asked && dateWithoutStep ? t('opportunity.create.dateNeedsStep') : undefined}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, xs: 4 }}>
              <TextInput
                type="date"
                label={t('opportunity.field.nextStepDate')}
                value={nextStepDate}
                onChange={(event) => setNextStepDate(event.currentTarget.value)}
              />
            </Grid.Col>
          </Grid>
          {open.error ? <Failure error={open.error} while="saving" /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={open.isPending}>
              {t('opportunity.create.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
