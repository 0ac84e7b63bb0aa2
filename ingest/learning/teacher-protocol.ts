// What the thread that teaches tells whoever began it.
import type { Taught, TeachProgress, TooFew } from './teach.ts';

export type TeachMessage = { readonly progress: TeachProgress } | { readonly done: Taught | TooFew } | { readonly failure: string };
