// The tabs of reply quality, and what each needs.
import type { Permission } from '../settings/shapes.ts';
import type { Words } from '../words/words.ts';

export type QualityTab = { readonly id: keyof Words['quality']['tabs']; readonly href: string; readonly needs: Permission };

export const qualityTabs: readonly QualityTab[] = [
  { id: 'scorecard', href: '/quality', needs: 'metrics:read' },
  { id: 'reviews', href: '/quality/reviews', needs: 'annotations:write' },
  { id: 'calibration', href: '/quality/calibration', needs: 'annotations:write' },
  { id: 'weights', href: '/quality/weights', needs: 'metrics:read' },
  { id: 'own', href: '/quality/own', needs: 'metrics:read' },
];
