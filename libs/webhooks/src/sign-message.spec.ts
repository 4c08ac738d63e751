import { expect, test } from '@jest/globals';
import { newSecret, showSecret, signedHeaders } from './sign-message';

// The example of the Standard Webhooks specification.
const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const message = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
};

test('a message is signed as Standard Webhooks lays down', () => {
  expect(signedHeaders(message, [secret])).toEqual({
    'webhook-id': message.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('while a secret is changed a message is signed with both', () => {
  const { 'webhook-signature': signatures } = signedHeaders(message, [newSecret(), secret]);
  expect(signatures?.split(' ')).toHaveLength(2);
  expect(signatures).toContain('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('secrets are long, and differ', () => {
  expect(showSecret(newSecret())).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(newSecret()).not.toEqual(newSecret());
});
