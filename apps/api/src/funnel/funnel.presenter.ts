import type { FunnelWire, StageWire } from '@tandem/contracts';
import { lossReasons, type HandOffContract, type Stage } from '@tandem/funnel';
import { bilingual } from '../people/people.presenter';

export const presentFunnel = (stages: readonly Stage[], contract: HandOffContract): FunnelWire => ({
  stages: stages.map(presentStage),
  contract: {
    revision: contract.revision,
    validFrom: contract.validFrom.toISOString(),
    responseMinutes: contract.responseMinutes,
    expiryDays: contract.expiryDays,
    rejectionReasons: [...contract.rejectionReasons],
    newCustomerVariant: contract.newCustomerVariant,
  },
  lossReasons: [...lossReasons],
});

const presentStage = (stage: Stage): StageWire => ({
  id: stage.id,
  key: stage.key,
  position: stage.position,
  buyerStep: stage.buyerStep,
  name: bilingual(stage),
  ownerSide: stage.ownerSide,
  class: stage.class,
  mandatory: stage.mandatory,
  probability: stage.probability,
  staleDays: stage.staleDays,
});
