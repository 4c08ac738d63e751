/** English texts: how it stands with the installation, line by line, and what to do about it. */
export const upkeep = {
  topic: {
    database: 'Database',
    redis: 'Redis',
    workers: 'Workers',
    events: 'Events on their way',
    queues: 'Queues',
    letters: 'Mails',
    webhooks: 'Webhooks',
    imports: 'Imports',
    sums: 'Sums of figures',
    verification: 'Last verification',
    backups: 'Backups',
  },
  found: {
    database: { answers: 'It answers in {{ms}} ms ({{version}}).', slow: 'It takes {{ms}} ms to answer.' },
    redis: {
      answers: 'It answers and keeps what it is given ({{version}}).',
      away: 'It does not answer.',
      replica: 'It is a read-only replica and takes no work.',
      unwritten: 'It could not write its log to disk.',
      evicted_one: 'It threw away one key.',
      evicted_other: 'It threw away {{count}} keys.',
      evicting: 'It may throw work away when memory runs short ({{policy}}).',
    },
    workers: {
      alive_one: 'One worker lives.',
      alive_other: '{{count}} workers live.',
      silent: 'No worker shows that it lives.',
      never: 'No worker has ever shown itself.',
    },
    events: {
      flowing: 'Changes are handed on as they happen.',
      waiting_one: 'One change waits to be handed on.',
      waiting_other: '{{count}} changes wait to be handed on.',
    },
    queues: {
      flowing: '{{waiting}} waiting, {{underWay}} under way, none failed.',
      failed_one: '{{waiting}} waiting, {{underWay}} under way, one failed within a week.',
      failed_other: '{{waiting}} waiting, {{underWay}} under way, {{count}} failed within a week.',
      piled: '{{waiting}} waiting, {{underWay}} under way: more comes in than is done.',
      away: 'Nobody can look into the queues while Redis is away.',
    },
    letters: {
      flowing_one: 'None waits or failed; one sent within a week.',
      flowing_other: 'None waits or failed; {{count}} sent within a week.',
      waiting: 'Mails wait although they could go.',
      uncertain_one: 'Of one mail nobody can know whether it arrived.',
      uncertain_other: 'Of {{count}} mails nobody can know whether they arrived.',
      failed_one: 'One mail could not be sent within a week.',
      failed_other: '{{count}} mails could not be sent within a week.',
    },
    webhooks: {
      none: 'Nobody outside is told of anything.',
      flowing_one: 'One receiver is told of everything.',
      flowing_other: '{{count}} receivers are told of everything.',
      waiting: 'Events wait for a receiver.',
      failing_one: 'One receiver takes nothing.',
      failing_other: '{{count}} receivers take nothing.',
    },
    imports: {
      never: 'Nothing has been imported yet.',
      done: 'The last one was finished.',
      underWay: 'One is under way.',
      failed: 'The last one was given up.',
      stuck: 'An import waits and nobody works on it.',
    },
    sums: {
      fresh_one: 'Up to date; one change waits to be counted in.',
      fresh_other: 'Up to date; {{count}} changes wait to be counted in.',
      building: 'They are being made anew: {{built}} of {{total}} opportunities.',
      none: 'They have not been made yet.',
      behind_one: 'One change has waited too long to be counted in.',
      behind_other: '{{count}} changes have waited too long to be counted in.',
    },
    verification: {
      holds: 'Every rule held.',
      never: 'Nothing has been verified yet.',
      first: 'The first one is under way.',
      overdue: 'Nothing has been verified for more than a day.',
      failed: 'It could not be done.',
      violated_one: 'One row does not fit.',
      violated_other: '{{count}} rows do not fit.',
    },
    backups: { elsewhere: 'Tandem takes none itself and cannot see yours.' },
  },
  advice: {
    database: {
      slow: 'Everybody waits as long. Look at the load of its machine, and run “tandem doctor” there.',
    },
    redis: {
      away: 'Start it, and see that REDIS_URL is right. Changes are still saved; the worker goes on from the database, more slowly.',
      replica: 'REDIS_URL must name the primary.',
      unwritten: 'Look at the disk of its machine. Lost work is found again in the database, late.',
      evicted: 'Set maxmemory-policy to noeviction. Sweeps find the work again, late.',
      evicting: 'Set maxmemory-policy to noeviction.',
    },
    workers: {
      silent:
        'Agendas are not written and mails are not sent. Start a worker: npm start and the compose file do. If one should be running, its log says why it ended.',
      never: 'Agendas are not written and mails are not sent. Start a worker: npm start and the compose file do.',
    },
    events: { waiting: 'See that a worker lives. If one does, its log says why it hands nothing on.' },
    queues: {
      failed:
        'The log of the worker tells the whole story. Nothing needs to be queued again by hand: the rows are in the database, and the next sweep takes them up.',
      piled: 'Start a second worker, or look in the log of the first for what holds it up.',
      away: 'Bring Redis back first.',
    },
    letters: {
      waiting: 'See that a worker lives and that the mail server answers. Nothing is lost: they go as soon as both do.',
      uncertain: 'The connection broke while the mail server answered. Ask the receivers, or look at the mails.',
      failed: 'The outbox shows what the mail server said; often an address is wrong.',
    },
    webhooks: {
      waiting: 'See that a worker lives.',
      failing:
        'Tell whoever runs the receiver. Every try stands under “What was sent”; switch it on again once it answers, and what waited is sent.',
    },
    imports: {
      failed: 'The import page says why. Import the same files again once it is fixed: nothing is doubled.',
      stuck: 'See that a worker lives; it takes the import up by itself.',
    },
    sums: {
      building: 'Nothing to do. Figures are exact meanwhile, only slower.',
      none: 'A worker makes them by itself; figures are exact meanwhile, only slower.',
      behind: 'The log of the worker says why. Figures are exact, only slower.',
    },
    verification: {
      never: 'A worker verifies every night. You can ask for it now.',
      first: 'Wait for it; a worker does it.',
      overdue: 'Ask for one now, and see that a worker lives at night.',
      failed: 'The log of the worker says why. Ask for another once it is fixed.',
      violated: 'Look at each rule that does not hold before anybody trusts a figure that stands on it.',
    },
    backups: {
      elsewhere:
        'See that the database is dumped every night and that somebody has restored a dump. docs/operations.md has the commands for both.',
    },
  },
  detail: {
    startedAt: 'Began',
    job: 'Failed',
    receiver: 'Receiver',
  },
} as const;
