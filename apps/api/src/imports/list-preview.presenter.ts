import type { ImportPreviewWire, ListMapping } from '@tandem/contracts';
import { stageDatedBy, type KeptMapping, type ListPreview } from '@tandem/exchange';

export const presentPreview = ({
  file,
  rows,
  source,
  encoding,
  delimiter,
  dateOrder,
  columns,
  firstRows,
  suggested,
  remembered,
  stages,
  suggestStage,
}: ListPreview): ImportPreviewWire => ({
  file,
  rows,
  source,
  encoding,
  delimiter: delimiter as ImportPreviewWire['delimiter'],
  dateOrder,
  columns: columns.map(({ name, samples, values }) => ({
    name,
    samples: [...samples],
    dates: datedBy(name, suggestStage),
    values: values && [...values].map(([written, count]) => ({ written, rows: count, to: suggestStage(written) })),
  })),
  firstRows: firstRows.map((cells) => [...cells]),
  suggested: { ...suggested },
  stages: stages.map(({ key, name, nameZh }) => ({ key, name: { en: name, zhTW: nameZh } })),
  remembered: remembered && presentMapping(remembered),
});

function datedBy(column: string, suggestStage: ListPreview['suggestStage']) {
  const written = stageDatedBy(column);
  return written === null ? null : { written, to: suggestStage(written) };
}

const presentMapping = ({
  source,
  encoding,
  delimiter,
  dateOrder,
  currency,
  columns,
  stages,
  entries,
}: KeptMapping): ListMapping => ({
  source,
  encoding,
  delimiter: delimiter as ListMapping['delimiter'],
  dateOrder,
  currency,
  columns: { ...columns },
  stages: [...stages],
  entries: [...entries],
});
