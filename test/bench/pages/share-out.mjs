// Which file belongs to what: to every visit, to some pages, to one alone, or to something that is fetched later.

/**
 * `ahead` is what the build says of pages and languages, `program` what every visit loads, `assets` all files: kilobytes by page of a first
 * visit in the longer language, what of it is the page's own, and what is fetched later by any of them.
 */
export function shareOut({ ahead, program, assets, sizeOf }) {
  const kilobytes = (files) => files.reduce((sum, file) => sum + sizeOf(file), 0) / 1_000;
  const pages = ahead.filter((one) => one.pages !== undefined);
  const languages = ahead.filter((one) => one.language !== undefined);
  const language = Math.max(...languages.map(({ files }) => kilobytes(files)));
  const users = (file) => pages.filter(({ files }) => files.includes(file)).length;
  const atOnce = new Set([...program, ...ahead.flatMap(({ files }) => files)]);
  const later = assets.filter((file) => !atOnce.has(file));
  return {
    program: kilobytes(program),
    language,
    pages: pages.map(({ pages: pattern, files }) => ({
      name: nameOf(pattern),
      first: kilobytes([...new Set([...program, ...files])]) + language,
      own: kilobytes(files.filter((file) => users(file) === 1)),
    })),
    later: kilobytes(later),
    largestLater: later.length === 0 ? 0 : Math.max(...later.map((file) => kilobytes([file]))),
  };
}

/** `^/meetings/[^/]+/?$` is `/meetings/…`. */
const nameOf = (pattern) =>
  pattern
    .replace(/\|.*$/, '')
    .replace(/^\^/, '')
    .replace(/\/\?\$$/, '')
    .replaceAll('[^/]+', '…');
