// What a run left behind: agendas, letters, webhooks, clocks, and the product's own proof.
import { check } from './check.mjs';

/** What must hold once everything is healed and quiet. */
export function aftermathChecks(run, { load, quiet, meetings, webhooks, clocks, verify, backups }) {
  const { missed, twice, unlettered, vanished, doubled, examples } = meetings;
  const left = Object.entries(quiet.left).map(([name, count]) => `${count} ${name}`);
  return [
    check(quiet.isQuiet, `what was left undone is done ${(quiet.ms / 1_000).toFixed(1)} s after the end`, left),
    check(
      missed + twice === 0,
      `of ${meetings.agendas} agendas ${missed} were missed and ${twice} are there twice`,
      examples,
    ),
    check(
      unlettered + vanished + doubled === 0,
      `${unlettered + vanished} letters are missing and ${doubled} came twice without saying so`,
      examples,
    ),
    ...webhooksChecks(load, webhooks),
    ...clocksChecks(run, clocks),
    check(verify.holds, `tandem verify: ${verify.laws} laws, all of them hold`, verify.examples),
    ...backups.flatMap(backupChecks),
  ];
}

function backupChecks({ promised, amid, lost, doubled, unclaimed, skipped, examples, verify }, place) {
  const backup = `backup ${place + 1}`;
  const strange = doubled + unclaimed + skipped;
  return [
    check(amid > 0, `${backup} was taken while ${amid} moves were acknowledged`),
    check(lost === 0, `${backup} lacks ${lost} of ${promised} moves that were acknowledged before it`, examples),
    check(strange === 0, `${backup} holds ${strange} moves of another moment than the rest of it`, examples),
    check(verify.holds, `${backup}, restored: ${verify.laws} laws, all of them hold`, verify.examples),
  ];
}

function webhooksChecks(load, { promised, wanted, deliveries, repeated, examples, ...faults }) {
  const { untold, undelivered, unknown, forged, changed, twofold } = faults;
  return [
    ...(load ? [check(promised > 0, `${promised} acknowledged changes were to be told outside`)] : []),
    check(untold === 0, `${untold} of ${promised} acknowledged changes were never told outside`, examples),
    check(undelivered === 0, `${undelivered} of ${wanted} events that outsiders asked for never came`, examples),
    check(
      unknown + forged === 0,
      `of ${deliveries} webhooks ${forged} had no right signature and ${unknown} told of no event`,
      examples,
    ),
    check(changed + twofold === 0, `${repeated} webhooks came again, ${changed + twofold} as something else`, examples),
  ];
}

function clocksChecks({ isSkewed }, { ahead, behind, stamps, strange, examples }) {
  return [
    ...(isSkewed
      ? [check(ahead + behind > 0, `${ahead} moves bear a time ahead of the right one and ${behind} one behind it`)]
      : []),
    check(
      strange === 0,
      `of ${stamps} kinds of times that workers wrote down ${strange} are not the database's`,
      examples,
    ),
  ];
}
