import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { readSender } from './rules/read-address';

/** Who our letters come from. */
@Injectable()
export class Sender {
  readonly name: string;
  readonly address: string;
  /** Right side of message ids and list ids. */
  readonly host: string;

  constructor(@Inject(CONFIG) config: Config) {
    const sender = readSender(config.MAIL_FROM);
    if (!sender) throw new Error('MAIL_FROM is not a mail address: write it as Tandem <tandem@example.com>.');
    this.name = sender.name || 'Tandem';
    this.address = sender.address;
    this.host = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  }
}
