import { Injectable } from '@nestjs/common';
import type { Id, Locale } from '@tandem/kernel';

/** To whom and about what a letter is to be written. */
export interface Addressee {
  readonly deliveryId: Id<'delivery'>;
  readonly subjectId: Id;
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly address: string;
  readonly locale: Locale;
}

/** A written letter, before it becomes MIME. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Label of the List-Id header, one for all letters of a series. */
  readonly list: string;
  /** An iCalendar request; null when there is nothing to come to. */
  readonly calendar: string | null;
}

/** Writes the letters of one kind; the mail room itself knows nothing of what they are about. */
export interface MailContentProvider {
  readonly kind: string;
  /** Null when the subject no longer exists; the delivery is then cancelled. */
  compose(addressee: Addressee): Promise<MailContent | null>;
  /** Whether a letter with an open outcome may be sent once more. */
  mayResend(subjectId: Id): Promise<boolean>;
}

/** Who writes which kind of letter. */
@Injectable()
export class MailContents {
  private readonly providers = new Map<string, MailContentProvider>();

  register(provider: MailContentProvider): void {
    if (this.providers.has(provider.kind)) throw new Error(`two rooms write letters of the kind ${provider.kind}`);
    this.providers.set(provider.kind, provider);
  }

  of(kind: string): MailContentProvider {
    const found = this.providers.get(kind);
    if (!found) throw new Error(`nobody writes letters of the kind ${kind}`);
    return found;
  }
}
