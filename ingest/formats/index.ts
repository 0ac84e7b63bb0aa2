// The list of file formats that `huiyin import` reads.
import { conversationsJsonl } from './conversations-jsonl.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { zendesk } from './zendesk.ts';

export const formats: readonly Format[] = [conversationsJsonl, csv, zendesk];
