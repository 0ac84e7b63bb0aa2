// The tabs of annotation, and what each needs.
import type { Permission } from '../settings/shapes.ts';
import type { Words } from '../words/words.ts';

export type AnnotateTab = { readonly id: keyof Words['annotate']['tabs']; readonly href: string; readonly needs: Permission };

export const annotateTabs: readonly AnnotateTab[] = [
  { id: 'queue', href: '/annotate', needs: 'annotations:write' },
  { id: 'agreement', href: '/annotate/agreement', needs: 'annotations:write' },
  { id: 'accuracy', href: '/annotate/accuracy', needs: 'metrics:read' },
  { id: 'models', href: '/annotate/models', needs: 'metrics:read' },
  { id: 'learning', href: '/annotate/learning', needs: 'metrics:read' },
  { id: 'campaigns', href: '/annotate/campaigns', needs: 'annotations:manage' },
];
