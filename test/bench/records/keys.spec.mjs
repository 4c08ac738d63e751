import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keysIn } from './keys.mjs';

const written = [
  'CREATE TABLE `booking` (',
  '  `id` binary(16) NOT NULL,',
  '  PRIMARY KEY (`id`),',
  '  UNIQUE KEY `booking_reversed_once` (`reverses_id`),',
  '  KEY `booking_period` (`booking_date`,`team_id`),',
  '  CONSTRAINT `booking_team_fk` FOREIGN KEY (`team_id`) REFERENCES `team` (`id`),',
  '  CONSTRAINT `booking_amount` CHECK (`amount_minor` > 0)',
  ') ENGINE=InnoDB',
].join('\n');

describe('the keys of a table', () => {
  it('are found in its definition, each as it has to be written to have it back', () => {
    assert.deepEqual(keysIn(written), {
      keys: [
        { name: 'booking_reversed_once', definition: 'UNIQUE KEY `booking_reversed_once` (`reverses_id`)' },
        { name: 'booking_period', definition: 'KEY `booking_period` (`booking_date`,`team_id`)' },
      ],
      foreignKeys: [
        {
          name: 'booking_team_fk',
          definition: 'CONSTRAINT `booking_team_fk` FOREIGN KEY (`team_id`) REFERENCES `team` (`id`)',
        },
      ],
    });
  });
});
