import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { bin } from '@tandem/database';
import { unavailable, type Id } from '@tandem/kernel';

const plain = 0;
const sealed = 1;
const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const markBytes = 4;

/**
 * Keeps secrets of endpoints: encrypted with WEBHOOK_SECRET_KEY and bound to their endpoint where that is given, else as they
 * are. Both forms are read, so that a key can be introduced later.
 */
@Injectable()
export class SecretKeeper {
  private readonly key: Buffer | null;
  private readonly mark: Buffer;

  constructor(@Inject(CONFIG) { WEBHOOK_SECRET_KEY }: Config) {
    this.key = WEBHOOK_SECRET_KEY ? Buffer.from(WEBHOOK_SECRET_KEY, 'base64') : null;
    this.mark = createHash('sha256')
      .update(this.key ?? '')
      .digest()
      .subarray(0, markBytes);
  }

  keep(secret: Buffer, endpoint: Id<'webhook_endpoint'>): Buffer {
    if (this.key === null) return Buffer.concat([Buffer.from([plain]), secret]);
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, this.key, iv).setAAD(bin(endpoint));
    const hidden = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([Buffer.from([sealed]), this.mark, iv, cipher.getAuthTag(), hidden]);
  }

  /** Throws when it was encrypted with another key, or for another endpoint. */
  read(kept: Buffer, endpoint: Id<'webhook_endpoint'>): Buffer {
    if (kept[0] === plain) return kept.subarray(1);
    const mark = kept.subarray(1, 1 + markBytes);
    if (this.key === null || !mark.equals(this.mark)) throw otherKey();
    const iv = kept.subarray(1 + markBytes, 1 + markBytes + ivBytes);
    const tag = kept.subarray(1 + markBytes + ivBytes, 1 + markBytes + ivBytes + tagBytes);
    const hidden = kept.subarray(1 + markBytes + ivBytes + tagBytes);
    const decipher = createDecipheriv(algorithm, this.key, iv).setAAD(bin(endpoint)).setAuthTag(tag);
    return Buffer.concat([decipher.update(hidden), decipher.final()]);
  }
}

const otherKey = () =>
  unavailable('webhook.other_key', 'The secret was encrypted with another WEBHOOK_SECRET_KEY than the present one.');
