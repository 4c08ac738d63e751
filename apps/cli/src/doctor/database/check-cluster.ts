import { check, type Check } from '../check';
import { isOn, numberOf, settingOf, type Settings } from '../settings';

/** What a Galera cluster must be for Tandem: whole, synced, with one writer. Nothing when there is none. */
export function checkCluster(server: Settings, status: Settings): Check[] {
  if (!isOn(settingOf(server, 'wsrep_on'))) return [];
  const state = settingOf(status, 'wsrep_cluster_status') ?? 'not told';
  const isReady = isOn(settingOf(status, 'wsrep_ready'));
  const nodes = numberOf(status, 'wsrep_cluster_size') ?? 0;
  const conflicts =
    (numberOf(status, 'wsrep_local_bf_aborts') ?? 0) + (numberOf(status, 'wsrep_local_cert_failures') ?? 0);
  const wait = numberOf(server, 'wsrep_sync_wait') ?? 0;
  return [
    check('database.cluster', `${state}${isReady ? '' : ', not ready'}`, state === 'Primary' && isReady, {
      otherwise: 'bad',
      advice:
        'This node is cut off from the cluster and takes no writes. Bring it back, or point DATABASE_URL at another.',
    }),
    check('database.cluster_size', `${nodes} nodes`, nodes >= 3 && nodes % 2 === 1, {
      otherwise: 'warning',
      advice: 'Run three nodes (or another odd number): with two, the loss of one stops both.',
    }),
    check('database.single_writer', `${conflicts} conflicts with writes of other nodes`, conflicts === 0, {
      otherwise: 'warning',
      advice: 'Let API and worker write to one and the same node; the others stand by.',
    }),
    check('database.sync_wait', `wsrep_sync_wait=${wait}`, (wait & 1) === 1, {
      otherwise: 'warning',
      advice:
        'Set wsrep_sync_wait=1: right after a failover the new node may not know yet what the old one acknowledged.',
    }),
  ];
}
