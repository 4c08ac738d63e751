import type { Card, HandOffWire } from '@tandem/contracts';

/** What a deed needs to know of the opportunity it is done to. */
export type Subject = Pick<
  Card,
  'id' | 'name' | 'version' | 'stageId' | 'outcome' | 'amount' | 'closeDate' | 'account'
>;

/** A deed that asks for something before it is done. */
export type Deed =
  | { readonly kind: 'win'; readonly subject: Subject; readonly toStageId: string }
  | { readonly kind: 'reopen'; readonly subject: Subject; readonly toStageId?: string }
  | { readonly kind: 'hand_off' | 'lose' | 'cancel'; readonly subject: Subject }
  | { readonly kind: 'return'; readonly subject: Pick<Subject, 'id' | 'name'> }
  | { readonly kind: 'accept' | 'reject'; readonly handOff: HandOffWire };
