import { Injectable } from '@nestjs/common';
import type { Id } from '@tandem/kernel';
import { DeliveriesService, readAddress } from '@tandem/mail';
import type { Member } from './series.reader';

/** How many members a letter goes to, and who has no address for it. */
export interface Reached {
  readonly mails: number;
  readonly withoutAddress: readonly string[];
}

/** Asks for one letter a member, each in their own language; whoever has it already gets no second one. */
@Injectable()
export class MemberLetters {
  constructor(private readonly deliveries: DeliveriesService) {}

  async ask(kind: string, subjectId: Id, members: readonly Member[]): Promise<Reached> {
    const present = members.filter(({ active }) => active);
    const reached = present.filter(hasAddress);
    for (const { id: personId, name, nameZh, email, locale } of reached) {
      const shown = locale === 'zh-TW' ? (nameZh ?? name) : name;
      await this.deliveries.request({ kind, subjectId, personId, name: shown, address: email, locale });
    }
    const withoutAddress = present.filter((member) => !hasAddress(member)).map(({ name }) => name);
    return { mails: reached.length, withoutAddress };
  }
}

const hasAddress = (member: Member): member is Member & { readonly email: string } =>
  member.email !== null && readAddress(member.email) !== null;
