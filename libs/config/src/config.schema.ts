import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Every environment variable the product reads; `.env.example` holds the same names. */
export const configSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  DATABASE_URL: z
    .string()
    .regex(
      /^mysql:\/\//,
      'must look like mysql://user:password@host:3306/tandem or mysql://root@localhost/tandem?socketPath=/path',
    ),
  REDIS_URL: z
    .string()
    .regex(/^(rediss?|unix):\/\//, 'must look like redis://host:6379/0 or unix:///path/to/redis.sock'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z.url().optional(),
  WEB_DIR: z.string().optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(20),
  MAIL_TRANSPORT: z.enum(['outbox', 'smtp']).default('outbox'),
  MAIL_FROM: z.string().default('Tandem <tandem@localhost>'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must look like smtp://user:password@host:587')
    .optional(),
  SMTP_INSECURE: flag.default(false),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('tandem'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});
