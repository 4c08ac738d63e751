import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '@tandem/kernel';
import { readEndpointUrl } from './read-endpoint-url';

const read = (text: string, allowPrivate = false) => {
  const found = readEndpointUrl(text, { allowPrivate });
  return isRefusal(found) ? found.code : found;
};

describe('the address of an endpoint', () => {
  test.each([
    ['https://hooks.acme.com/tandem', 'https://hooks.acme.com/tandem'],
    ['https://hooks.acme.com', 'https://hooks.acme.com/'],
    ['HTTPS://Hooks.Acme.COM:443/a?b=c#d', 'https://hooks.acme.com/a?b=c'],
    ['https://hooks.acme.com:8443/', 'https://hooks.acme.com:8443/'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['https://[2606:4700:4700::1111]/', 'https://[2606:4700:4700::1111]/'],
    ['https://例え.テスト.com/', 'https://xn--r8jz45g.xn--zckzah.com/'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['', 'webhook.url_unreadable'],
    ['hooks.acme.com', 'webhook.url_unreadable'],
    ['ftp://hooks.acme.com/', 'webhook.url_unreadable'],
    ['file:///etc/passwd', 'webhook.url_unreadable'],
    ['javascript:alert(1)', 'webhook.url_unreadable'],
    ['gopher://127.0.0.1:6379/_FLUSHALL', 'webhook.url_unreadable'],
    ['https://user:secret@hooks.acme.com/', 'webhook.url_with_password'],
    ['https://hooks.acme.com@127.0.0.1/', 'webhook.url_with_password'],
    ['http://hooks.acme.com/', 'webhook.url_in_the_clear'],
    ['https://hooks.acme.com:25/', 'webhook.url_port'],
    ['https://hooks.acme.com:22/', 'webhook.url_port'],
    ['https://127.0.0.1/', 'webhook.url_private'],
    ['https://127.1/', 'webhook.url_private'],
    ['https://0177.0.0.1/', 'webhook.url_private'],
    ['https://0x7f.0.0.1/', 'webhook.url_private'],
    ['https://0x7f000001/', 'webhook.url_private'],
    ['https://2130706433/', 'webhook.url_private'],
    ['https://017700000001/', 'webhook.url_private'],
    ['https://0/', 'webhook.url_private'],
    ['https://127。0。0。1/', 'webhook.url_private'],
    ['https://①②⑦.⓪.⓪.①/', 'webhook.url_private'],
    ['https://%31%32%37.0.0.1/', 'webhook.url_private'],
    ['https://127.0.0.1./', 'webhook.url_private'],
    ['https://[::1]/', 'webhook.url_private'],
    ['https://[::ffff:127.0.0.1]/', 'webhook.url_private'],
    ['https://[::ffff:7f00:1]/', 'webhook.url_private'],
    ['https://[64:ff9b::169.254.169.254]/', 'webhook.url_private'],
    ['https://169.254.169.254/latest/meta-data/', 'webhook.url_private'],
    ['https://localhost/', 'webhook.url_private'],
    ['https://LOCALHOST./', 'webhook.url_private'],
    ['https://ⓛocalhost/', 'webhook.url_private'],
    ['https://a.localhost/', 'webhook.url_private'],
    ['https://printer.local/', 'webhook.url_private'],
    ['https://metadata.google.internal/', 'webhook.url_private'],
    ['https://intranet/', 'webhook.url_private'],
    ['https://router.home.arpa/', 'webhook.url_private'],
  ])('is not %s', (text, code) => expect(read(text)).toBe(code));

  test('may lie in the house, in the clear and on any port, when the administrator says so', () => {
    expect(read('http://127.0.0.1:25/x', true)).toBe('http://127.0.0.1:25/x');
    expect(read('http://intranet/', true)).toBe('http://intranet/');
    expect(read('ftp://intranet/', true)).toBe('webhook.url_unreadable');
    expect(read('http://a:b@intranet/', true)).toBe('webhook.url_with_password');
  });
});
