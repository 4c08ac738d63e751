import { pageWriter } from './page-writer';

const html = '<html><head><title>Tandem</title><script src="/before-paint.js"></script></head></html>';
const write = pageWriter(html, [
  { language: 'en', files: ['/assets/en.js'] },
  { language: 'zh-TW', files: ['/assets/zh.js'] },
  { pages: '^/board/?$|^/$', files: ['/assets/board.js', '/assets/board.css'] },
  { pages: '^/opportunities/[^/]+/?$', files: ['/assets/opportunity.js'] },
]);
const asked = (page: string) =>
  [...page.matchAll(/<link rel="(\w+)"[^>]* href="([^"]+)">/g)].map(([, how, what]) => [how, what]);

describe('the page that starts the program', () => {
  it('asks at once for who is here, the texts and the files of the page', () => {
    expect(asked(write({ path: '/board', language: 'zh-TW' }))).toEqual([
      ['preload', '/api/v1/session'],
      ['modulepreload', '/assets/zh.js'],
      ['modulepreload', '/assets/board.js'],
      ['preload', '/assets/board.css'],
    ]);
  });

  it.each([
    ['/', ['/assets/board.js', '/assets/board.css']],
    ['/board/', ['/assets/board.js', '/assets/board.css']],
    ['/opportunities/018f', ['/assets/opportunity.js']],
    ['/opportunities/018f/more', []],
    ['/nowhere', []],
  ])('knows what %s needs', (path, files) => {
    const [, , ...ofPage] = asked(write({ path, language: 'en' })).map(([, what]) => what);
    expect(ofPage).toEqual(files);
  });

  it('keeps the rest as it was built', () => {
    const page = write({ path: '/board', language: 'en' });
    expect(page.replaceAll(/\n {4}<link [^>]*>/g, '')).toBe(html);
  });
});
