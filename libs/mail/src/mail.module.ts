import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { BouncesRepository } from './bounces.repository';
import { BouncesService } from './bounces.service';
import { DeliveriesReader } from './deliveries.reader';
import { DeliveriesRepository } from './deliveries.repository';
import { DeliveriesService } from './deliveries.service';
import { LetterCarrier } from './letter-carrier';
import { LetterWriter } from './letter-writer';
import { MailContents } from './mail-content';
import { MailTransport, OutboxTransport } from './mail-transport';
import { Sender } from './sender';
import { SmtpTransport } from './smtp.transport';

const transport = {
  provide: MailTransport,
  inject: [CONFIG],
  useFactory: ({ MAIL_TRANSPORT, SMTP_URL, SMTP_INSECURE, MAIL_CONVERSATION_SECONDS }: Config): MailTransport =>
    MAIL_TRANSPORT === 'smtp' && SMTP_URL
      ? new SmtpTransport({
          url: SMTP_URL,
          insecure: SMTP_INSECURE,
          conversationMs: MAIL_CONVERSATION_SECONDS * 1_000,
        })
      : new OutboxTransport(),
};

@Module({
  providers: [
    transport,
    Sender,
    MailContents,
    DeliveriesRepository,
    DeliveriesReader,
    LetterWriter,
    LetterCarrier,
    DeliveriesService,
    BouncesRepository,
    BouncesService,
  ],
  exports: [Sender, MailContents, DeliveriesReader, DeliveriesService, BouncesService],
})
export class MailModule {}
