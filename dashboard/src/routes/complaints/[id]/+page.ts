// One complaint with its proof.
import { askProof } from '../../../lib/complaints/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent, depends }) => {
  depends('huiyin:complaint');
  const { session } = await parent();
  const mayRead = session.permissions.includes('conversations:read');
  return { id: params.id, proof: mayRead ? askProof(fetch, params.id) : null };
};
