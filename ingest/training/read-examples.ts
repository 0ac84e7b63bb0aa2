// Reads labelled texts: JSON Lines of {text, label}, plain or gzip, every bad line named.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { openImportFile } from '../formats/import-file.ts';
import { defaultLimits } from '../formats/limits.ts';
import { utf8Bytes } from '../formats/text-encoding.ts';
import { textLines } from '../formats/text-lines.ts';
import type { Example } from './classifier.ts';

const exampleShape = z.looseObject({ text: z.string(), label: z.string().min(1) });

/** All examples of a file. Throws `invalid` with file, line and reason at the first line that is none: a figure over half a file is worse than none. */
export async function readExamples(name: string): Promise<Example[]> {
  return (await readRows(name, exampleShape)).map(({ text, label }) => ({ text, label }));
}

/** All rows of a file in a shape; fails like `readExamples`. */
export async function readRows<Row>(name: string, shape: z.ZodType<Row>): Promise<Row[]> {
  const file = await openImportFile(name, defaultLimits);
  const rows: Row[] = [];
  for await (const { line, bytes } of textLines(utf8Bytes(file.name, file.bytes(), null), defaultLimits.lineBytes)) {
    const fail = (reason: string): never => {
      throw new AppError('invalid', `${name}, line ${line}: ${reason}`);
    };
    if (bytes === null) return fail(`longer than ${defaultLimits.lineBytes} bytes`);
    const text = bytes.toString('utf8');
    if (text.trim() === '') continue;
    const parsed = shape.safeParse(parseJson(text) ?? fail('is not valid JSON'));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return fail(`${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'is not an example'}`);
    }
    rows.push(parsed.data);
  }
  if (rows.length === 0) throw new AppError('invalid', `${name}: holds no example`);
  return rows;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
