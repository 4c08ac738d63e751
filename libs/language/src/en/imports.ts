/** English texts: why a row of an import was refused, by code. */
export const imports = {
  refusal: {
    row_shape: 'The row has more or fewer cells than the header.',
    duplicate_row: '“{{value}}” stands in the file already, in a row above.',
    name_missing: '{{column}} is empty. Write something in this row and import the file again.',
    text_too_long: '{{column}} is longer than {{most}} characters.',
    text_unreadable: '{{column}} holds a line break or another control character.',
    number_unreadable: '“{{value}}” in {{column}} is not a whole number.',
    amount_unreadable:
      '“{{value}}” in {{column}} is not an amount of {{currency}}. Write plain digits with a point, such as 1234.50.',
    amount_negative: '{{column}} is {{value}}, and an opportunity cannot be worth less than nothing.',
    date_unreadable: '“{{value}}” in {{column}} is no date that exists. Write it as 2017-05-31.',
    id_missing: 'The row has no opportunity_id, so it could not be found again.',
    id_too_long: 'The opportunity_id is longer than 120 characters.',
    unknown_stage:
      '“{{value}}” in {{column}} is no known stage. Match it with one, or write Prospecting, Engaging, Won or Lost.',
    stage_left_out: 'Rows in the stage “{{value}}” are left out, as was chosen.',
    other_currency:
      '{{column}} says {{value}}, and the list is read in {{currency}}: import the rows in {{value}} as a list of their own.',
    unknown_sales_agent: '“{{value}}” is not in sales_teams.csv.',
    unknown_product: '“{{value}}” is not in products.csv.',
    unknown_account: '“{{value}}” is not in accounts.csv.',
    close_date_missing: 'The opportunity is closed, but the row does not say when.',
    closed_before_engaged: 'It closed on {{closed}}, before it was engaged on {{engaged}}.',
    won_without_amount: 'The opportunity is won, but the row does not say for how much.',
    record_gone: 'The opportunity this row became is no longer here.',
    changed_here: 'The row has changed, but so has its opportunity here since; it was left as it is.',
    currency_fixed:
      'The opportunity is kept in {{present}}, and the file is said to be in {{wished}}: import it in {{present}}.',
    period_locked:
      'The row is about {{day}}, and everything before {{firstOpenDay}} is locked: have it adjusted, or opened for the import.',
  },
} as const;
