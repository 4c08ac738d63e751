import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ImportReport } from '@tandem/contracts';
import { saveCsv } from '../../components/save-file';
import { useFormat } from '../../formats/use-format';
import { useText, useWordOr } from '../../i18n/use-text';
import classes from './import.module.css';
import { refusalsCsv } from './refusals-csv';

const counts = ['read', 'created', 'updated', 'unchanged', 'repaired', 'refused'] as const;
const refusalsShown = 100;

/** What became of every row: counted by file, and told where it did not go as asked. */
export function ReportTables({ report }: { readonly report: ImportReport }) {
  const t = useText();
  const { count } = useFormat();
  return (
    <>
      <Table
        caption={t('import:report')}
        words={1}
        head={[t('import:column.file'), ...counts.map((key) => t(`import:column.${key}`))]}
      >
        {report.files.map((file) => (
          <tr key={file.name}>
            <th scope="row">{file.name}</th>
            {counts.map((key) => (
              <td key={key}>{count(file[key])}</td>
            ))}
          </tr>
        ))}
        <tr data-total>
          <th scope="row">{t('import:total')}</th>
          {counts.map((key) => (
            <td key={key} data-count={key}>
              {count(report.total[key])}
            </td>
          ))}
        </tr>
      </Table>
      <Repairs repairs={report.repairs} />
      <Gaps gaps={report.gaps} />
      <Refusals refusals={report.refusals} refused={report.total.refused} />
    </>
  );
}

function Repairs({ repairs }: Pick<ImportReport, 'repairs'>) {
  const t = useText();
  const { count } = useFormat();
  if (repairs.length === 0) return <Told title={t('import:repairs')} words={t('import:repairsNone')} />;
  return (
    <Told title={t('import:repairs')}>
      <Table
        caption={t('import:repairs')}
        words={4}
        head={(['file', 'column', 'from', 'to', 'rows'] as const).map((key) => t(`import:column.${key}`))}
      >
        {repairs.map(({ file, column, from, to, rows }) => (
          <tr key={`${file}/${column}/${from}`}>
            <th scope="row">{file}</th>
            <td>{column}</td>
            <td>{from}</td>
            <td>{to}</td>
            <td>{count(rows)}</td>
          </tr>
        ))}
      </Table>
    </Told>
  );
}

function Gaps({ gaps }: Pick<ImportReport, 'gaps'>) {
  const t = useText();
  const { count } = useFormat();
  const wordOr = useWordOr();
  if (gaps.length === 0) return <Told title={t('import:gaps')} words={t('import:gapsNone')} />;
  return (
    <Told title={t('import:gaps')}>
      <Table
        caption={t('import:gaps')}
        words={2}
        head={(['file', 'gap', 'rows'] as const).map((key) => t(`import:column.${key}`))}
      >
        {gaps.map(({ file, code, rows }) => (
          <tr key={`${file}/${code}`}>
            <th scope="row">{file}</th>
            <td>{wordOr('import:gap', code)}</td>
            <td>{count(rows)}</td>
          </tr>
        ))}
      </Table>
    </Told>
  );
}

interface RefusalsProps extends Pick<ImportReport, 'refusals'> {
  /** All refused rows; the report lists the first thousand. */
  readonly refused: number;
}

function Refusals({ refusals, refused }: RefusalsProps) {
  const t = useText();
  const { count } = useFormat();
  if (refusals.length === 0) return <Told title={t('import:refusals')} words={t('import:refusalsNone')} />;
  const columns = (['file', 'row', 'code', 'reason'] as const).map((key) => t(`import:column.${key}`));
  const download = () => saveCsv(refusalsCsv(refusals, columns), 'refused-rows.csv');
  return (
    <Told title={`${t('import:refusals')} (${count(refused)})`}>
      <Table caption={t('import:refusals')} head={columns} words={4}>
        {refusals.slice(0, refusalsShown).map(({ file, row, code, detail }) => (
          <tr key={`${file}/${row}/${code}`}>
            <th scope="row">{file}</th>
            <td>{row}</td>
            <td>
              <code>{code}</code>
            </td>
            <td className={classes.detail}>{detail}</td>
          </tr>
        ))}
      </Table>
      <Group justify="space-between" gap="xs" mt="xs">
        <Text size="xs" c="dimmed">
          {refused > refusalsShown
            ? t('import:refusalsMore', {
                shown: count(refusalsShown),
                all: count(refused),
                listed: count(refusals.length),
              })
            : null}
        </Text>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />} onClick={download}>
          {t('import:download')}
        </Button>
      </Group>
    </Told>
  );
}

interface ToldProps {
  readonly title: string;
  readonly words?: string;
  readonly children?: ReactNode;
}

const Told = ({ title, words, children }: ToldProps) => (
  <div className={classes.told}>
    <h3>{title}</h3>
    {words === undefined ? null : (
      <Text size="sm" c="dimmed">
        {words}
      </Text>
    )}
    {children}
  </div>
);

interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** How many columns from the left hold words; the others hold numbers. */
  readonly words: 1 | 2 | 4;
  readonly children: ReactNode;
}

const Table = ({ caption, head, words, children }: TableProps) => (
  <div className={classes.scroll} role="group" aria-label={caption} tabIndex={0}>
    <table className={classes.table} data-words={words}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
