export { DeliveriesReader, type DeliveryFilter, type DeliveryView } from './deliveries.reader';
export { DeliveriesService } from './deliveries.service';
export { Delivery, type DeliveryState } from './delivery.entity';
export { invitation } from './invitation';
export { MailContents, type Addressee, type MailContent, type MailContentProvider } from './mail-content';
export { MailModule } from './mail.module';
export { readAddress } from './rules/read-address';
export { type ReadMime } from './rules/read-mime';
export { Sender } from './sender';
