// Whose conversations are held out of teaching: customers by a hash, so that the part is the same in every run and for every model.
import { seededChance } from './seeded-chance.ts';

/** Share of the customers whose conversations no model learns from. */
export const heldOutShare = 0.3;

/**
 * By customer and not by conversation: somebody writes the same words again, and a model that has learned them is no wiser for it.
 * A conversation without a customer stands for itself.
 */
export function isHeldOut({ customer, conversationId }: { readonly customer: string | null; readonly conversationId: number }): boolean {
  return seededChance(`held out ${customer ?? `conversation ${conversationId}`}`)() < heldOutShare;
}
