/** Files that the build names for some pages or for one language: `{ "pages": "^/board/?$", "files": ["/assets/board.page-1.js"] }`. */
export interface FilesAhead {
  readonly pages?: string;
  readonly language?: string;
  readonly files: readonly string[];
}

interface Visit {
  /** The path of the address, such as `/board`. */
  readonly path: string;
  /** What this browser is likely to be shown: what it chose before, or what it asks for. */
  readonly language: 'en' | 'zh-TW';
}

/**
 * The page that starts the program, with what this visit will need asked for at once: the files of its page and language, which the
 * program would only name after it has been read, and who is signed in, which it would only ask for after that.
 */
export function pageWriter(html: string, ahead: readonly FilesAhead[]): (visit: Visit) => string {
  const groups = ahead.map(({ pages, language, files }) => ({
    isNeeded: (visit: Visit) =>
      pages === undefined ? visit.language === language : new RegExp(pages).test(visit.path),
    tags: files.map(tagOf),
  }));
  return (visit) => {
    const tags = groups.filter(({ isNeeded }) => isNeeded(visit)).flatMap((group) => group.tags);
    return html.replace('</title>', ['</title>', whoIsHere, ...tags].join('\n    '));
  };
}

const whoIsHere = '<link rel="preload" as="fetch" crossorigin href="/api/v1/session">';

const tagOf = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="preload" as="style" crossorigin href="${file}">`
    : `<link rel="modulepreload" crossorigin href="${file}">`;
