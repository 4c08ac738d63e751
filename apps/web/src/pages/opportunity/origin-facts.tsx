import { Anchor, Group, Select } from '@mantine/core';
import type { Bilingual, OpportunityWire } from '@tandem/contracts';
import { useReferences } from '../../api/funnel.api';
import { AccountInput, type AccountChoice } from '../../components/account-input';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { EditableFact, Fact } from './fact';
import { Nothing } from './money-facts';

type OpportunityOnly = { readonly opportunity: OpportunityWire };

/** For whom, about what, and where it came from. */
export function OriginFacts({ opportunity }: OpportunityOnly) {
  const t = useText();
  const nameOf = useName();
  const { data: references } = useReferences();
  const { account, product, source, campaign } = opportunity;
  const campaigns = (references?.campaigns ?? []).filter(({ sourceId }) => source === null || sourceId === source.id);
  return (
    <>
      <EditableFact<AccountChoice | null>
        opportunity={opportunity}
        field="account"
        label={t('opportunity.field.account')}
        initial={account ? { id: account.id, name: nameOf(account.name) } : null}
        renderEditor={(chosen, set) => (
          <AccountInput
            label={t('opportunity.field.account')}
            mayCreate={false}
            initial={chosen?.name ?? ''}
            onChoice={set}
          />
        )}
        patchOf={(chosen) => (chosen !== null && chosen.id === null ? null : { accountId: chosen?.id ?? null })}
        wishOf={(chosen) => chosen?.name ?? t('common.none')}
      >
        {account ? nameOf(account.name) : <Nothing />}
      </EditableFact>
      <Contact opportunity={opportunity} />
      <Choice
        opportunity={opportunity}
        label={t('opportunity.field.product')}
        field="productId"
        present={product}
        from={references?.products ?? []}
      />
      <Choice
        opportunity={opportunity}
        label={t('opportunity.field.source')}
        field="sourceId"
        present={source}
        from={references?.sources ?? []}
      />
      <Choice
        opportunity={opportunity}
        label={t('opportunity.field.campaign')}
        field="campaignId"
        present={campaign}
        from={campaigns}
      />
    </>
  );
}

interface Named {
  readonly id: string;
  readonly name: Bilingual;
}

interface ChoiceProps extends OpportunityOnly {
  readonly label: string;
  readonly field: 'productId' | 'sourceId' | 'campaignId';
  readonly present: Named | null;
  readonly from: readonly Named[];
}

/** What the field is called where values are set side by side. */
const fieldOf = { productId: 'product', sourceId: 'source', campaignId: 'campaign' } as const;

function Choice({ opportunity, label, field, present, from }: ChoiceProps) {
  const t = useText();
  const nameOf = useName();
  const data = from.map(({ id, name }) => ({ value: id, label: nameOf(name) }));
  return (
    <EditableFact<string | null>
      opportunity={opportunity}
      field={fieldOf[field]}
      label={label}
      initial={present?.id ?? null}
      renderEditor={(id, set) => (
        <Select aria-label={label} autoFocus searchable clearable data={data} value={id} onChange={set} />
      )}
      patchOf={(id) => ({ [field]: id })}
      wishOf={(id) => data.find(({ value }) => value === id)?.label ?? t('common.none')}
    >
      {present ? nameOf(present.name) : <Nothing />}
    </EditableFact>
  );
}

/** Whom to call: one tap on a phone. */
function Contact({ opportunity: { contact } }: OpportunityOnly) {
  const t = useText();
  if (!contact) return null;
  return (
    <Fact label={t('opportunity.field.contact')}>
      <Group component="span" gap="0 12px">
        <span>{contact.name}</span>
        {contact.phone ? (
          <Anchor inherit href={`tel:${contact.phone}`}>
            {contact.phone}
          </Anchor>
        ) : null}
        {contact.email ? (
          <Anchor inherit href={`mailto:${contact.email}`}>
            {contact.email}
          </Anchor>
        ) : null}
      </Group>
    </Fact>
  );
}
