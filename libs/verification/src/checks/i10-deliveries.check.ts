import { rowCheck } from '../check';
import { deliveryRows } from '../rows/table.rows';
import { follows } from '../sql-words';

/**
 * What is said of a letter agrees: sent only with the mail server's answer, uncertain only after a try, perhaps there twice
 * only after an open outcome and one more try, and never tried more often than allowed.
 */
export const deliveries = rowCheck('I10', {
  of: deliveryRows,
  holds: ({ mostTries }) =>
    [
      `(d.state = 'sent') = (d.sent_at IS NOT NULL)`,
      follows(`d.state = 'sent'`, `d.provider_response IS NOT NULL AND d.provider_response <> ''`),
      follows(`d.state IN ('sending', 'sent', 'uncertain')`, 'd.attempts >= 1'),
      follows(`d.state = 'uncertain'`, 'd.provider_response IS NOT NULL'),
      follows('d.maybe_duplicate', `d.attempts >= IF(d.state IN ('claimed', 'retry', 'uncertain'), 1, 2)`),
      follows(`d.state IN ('claimed', 'sending')`, 'd.lease_until IS NOT NULL'),
      follows('d.bounced_at IS NOT NULL', 'd.attempts >= 1'),
      `d.attempts <= ${mostTries}`,
    ].join(' AND '),
});
