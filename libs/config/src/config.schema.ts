import { z } from 'zod';
import { failPoints } from './fail-points';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
/** What the set-up code is compared by. */
const lettersAndDigits = (text: string): number => text.replaceAll(/[^0-9A-Za-z]/g, '').length;
const seconds = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Every environment variable the product reads; `.env.example` holds the same names. */
export const configSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  DATABASE_URL: z
    .string()
    .regex(
      /^mysql:\/\//,
      'must look like mysql://user:password@host:3306/tandem or mysql://root@localhost/tandem?socketPath=/path',
    ),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^mysql:\/\//, 'must look like mysql://owner:password@host:3306/tandem')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^(rediss?|unix):\/\//, 'must look like redis://host:6379/0 or unix:///path/to/redis.sock'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z.url().optional(),
  SETUP_CODE: z
    .string()
    .trim()
    .max(40)
    .refine((code) => lettersAndDigits(code) >= 12, 'must have 12 letters (A to Z) or digits or more')
    .optional(),
  WEB_DIR: z.string().optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(20),
  DATABASE_STATEMENT_SECONDS: z.coerce.number().int().min(0).max(3600).default(30),
  MAIL_TRANSPORT: z.enum(['outbox', 'smtp']).default('outbox'),
  MAIL_FROM: z.string().default('Tandem <tandem@localhost>'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must look like smtp://user:password@host:587')
    .optional(),
  SMTP_INSECURE: flag.default(false),
  MAIL_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  MAIL_SWEEP_SECONDS: seconds(1, 300).default(15),
  MAIL_CONVERSATION_SECONDS: seconds(3, 600).default(90),
  MAIL_UNCERTAIN_REST_SECONDS: seconds(0, 86_400).default(900),
  MAIL_RETRY_SECONDS: z
    .string()
    .regex(/^\d{1,6}(,\d{1,6}){0,19}$/, 'must look like 60,300,900: the seconds until each next try')
    .default('60,300,900,1800,3600,7200,14400,28800,43200')
    .transform((text) => text.split(',').map(Number)),
  WEBHOOK_ALLOW_PRIVATE: flag.default(false),
  WEBHOOK_SECONDS: seconds(1, 20).default(10),
  WEBHOOK_SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, as openssl rand -base64 32 gives them')
    .optional(),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('tandem'),
  WORKER_SILENCE_SECONDS: seconds(5, 3_600).default(120),
  WORKER_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  FAIL_POINTS: failPoints.default([]),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});
