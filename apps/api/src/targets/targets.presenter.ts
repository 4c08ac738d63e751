import type { QuotaWire, TargetsWire, TargetWire } from '@tandem/contracts';
import type { QuotaView, Signature, TargetsView, TargetView } from '@tandem/targets';
import { presentMoney } from '../opportunities/card.presenter';

export const presentTargets = ({ period, targets, quotas }: TargetsView): TargetsWire => ({
  period,
  targets: targets.map(presentTarget),
  quotas: quotas.map(presentQuota),
});

export const presentTarget = (target: TargetView): TargetWire => ({
  id: target.id,
  figureKey: target.figureKey,
  periodKey: target.periodKey,
  slice: target.slice,
  value: target.value,
  salesSigner: presentSignature(target.salesSigner),
  marketingSigner: presentSignature(target.marketingSigner),
  version: target.version,
});

export const presentQuota = (quota: QuotaView): QuotaWire => ({
  id: quota.id,
  periodKey: quota.periodKey,
  teamId: quota.teamId,
  personId: quota.personId,
  amount: presentMoney(quota.amount),
  revision: quota.revision,
});

const presentSignature = (signature: Signature | null): TargetWire['salesSigner'] =>
  signature && { id: signature.id, name: signature.name, at: signature.at.toISOString() };
