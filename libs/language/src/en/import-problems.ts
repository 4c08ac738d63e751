/** Why an import, or taking one back, is refused. */
export const importProblems = {
  password_needed:
    'You stay when the demo company goes, and its password is printed in the manual. Choose a new password for yourself (12 characters or more).',
  wrong_encoding:
    '{{file}} is not UTF-8. Save it as “CSV UTF-8 (comma delimited)” in Excel, or choose UTF-8 where it is exported, and try again.',
  undecodable: '{{file}} cannot be read as {{encoding}}. Choose another encoding.',
  spreadsheet:
    '{{file}} is a workbook. In Excel choose Save as, “CSV UTF-8 (comma delimited)”, and give the file that comes of it.',
  columns_unmatched: 'Say which column holds: {{fields}}.',
  column_gone: '{{file}} has no column “{{column}}”. Choose another one in its place.',
  stage_strange: '“{{stage}}” is no open stage of sales. Choose one of the funnel, won, lost, or leave the rows out.',
  one_file: 'Send one file: a list of opportunities as CSV.',
  not_under_way: 'The import is not under way any more, so there is nothing to pause or resume.',
  missing_file: '{{file}} is missing. The export has four files, and all of them are needed.',
  empty_file: '{{file}} is empty; not even its header is there.',
  file_too_large:
    '{{file}} is larger than {{mostMegabytes}} MB. Split the export and import the parts one after another.',
  wrong_delimiter: 'The columns of {{file}} are separated by “{{delimiter}}”. Save it with commas.',
  duplicate_column: '{{file}} has the column {{column}} twice. Remove or rename one of them.',
  missing_column: '{{file}} lacks the column {{columns}}.',
  ragged_file:
    'More than {{most}} lines of {{file}} have more or fewer values than the header. Export it again with the same columns in every line.',
  unclosed_quote: 'A quote in {{file}} is opened and never closed, in or before line {{line}}.',
  stray_quote:
    'Line {{line}} of {{file}} has a quote in the middle of a value. Double it, and put the value in quotes.',
  holds_demo:
    'This organisation holds the demo company, and real records never mix with it. Ask for the demo to be replaced, or remove it first.',
  currency_unknown: '“{{currency}}” is no currency code. Write three capitals, such as USD.',
  stage_missing: 'The funnel has no stage {{stage}}, which this export needs.',
  missing: 'There is no such import.',
  unexpected: 'Something went wrong that nobody expected; the log of the program says what.',
  still_at_work: 'The import is still at work. Pause it, then take back what is in.',
  nothing_to_undo: 'The import brought or changed no opportunity that could be taken back.',
  too_late_to_undo: 'An import can be taken back for seven days. Correct what is wrong by hand.',
  stopped: 'It was stopped before its end, and what it had brought is taken back.',
};
