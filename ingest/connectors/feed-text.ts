// The text of a feed out of its bytes: character set, and no document type that could hide anything.
import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import { AppError } from '#db/model/errors.ts';
import { sniffEncoding } from '../formats/text-encoding.ts';

function decoderOf(label: string | undefined): TextDecoder | null {
  try {
    return label === undefined ? null : new TextDecoder(label);
  } catch {
    return null;
  }
}

/**
 * Byte order mark, then what the answer says, then what the document says, each where the bytes agree with it; else what the bytes look like.
 */
export function decodeXml(bytes: Uint8Array, contentType: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = sniffEncoding(buffer);
  if (seen !== null && seen !== 'binary') return new TextDecoder(seen.encoding).decode(buffer);
  const [, said] = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '') ?? [];
  const [, declared] = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(buffer.subarray(0, 400).toString('latin1')) ?? [];
  for (const label of [said, declared]) {
    const decoder = decoderOf(label);
    // Nobody writes valid UTF-8 by mistake, and many say UTF-8 of what is none.
    if (decoder !== null && (decoder.encoding === 'utf-8') === isUtf8(buffer)) return decoder.decode(buffer);
  }
  if (isUtf8(buffer)) return buffer.toString('utf8');
  return (decoderOf(chardet.detect(buffer) ?? undefined) ?? new TextDecoder('windows-1252')).decode(buffer);
}

/**
 * The document without its document type. One that declares anything of its own is refused: entities that unfold into others are how a small
 * feed becomes a large one, and no feed needs them.
 */
export function withoutDoctype(xml: string): string {
  const start = xml.replace(/^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)+/, '');
  if (!/^<!DOCTYPE/i.test(start)) return start;
  const [whole = '', declares] = /^<!DOCTYPE[^>[]*(\[|>)/i.exec(start) ?? [];
  if (declares !== '>') throw new AppError('invalid', 'the feed declares entities of its own, which is refused');
  return withoutDoctype(start.slice(whole.length));
}

const base64Part =
  /<([\w:]+)((?:\s[^<>]*?)?\s(?:mode\s*=\s*["']base64["']|type\s*=\s*["']application\/octet-stream["'])[^<>]*)>\s*([A-Za-z0-9+/=\s]+)<\/\1>/g;
const repeatedTime = /<(updated|modified|published|issued|created)>[^<]*<\/\1>\s*(?=<\1>)/g;

/** Texts in base64 as they are meant, and of a time that is told several times the last. */
export function plainParts(xml: string): string {
  return xml
    .replaceAll(base64Part, (_whole, name: string, attributes: string, encoded: string) => {
      const text = Buffer.from(encoded, 'base64').toString('utf8').replaceAll(']]>', ']]&gt;');
      const rest = attributes.replaceAll(/\s(?:mode|type)\s*=\s*["'][^"']*["']/g, '');
      return `<${name}${rest} type="html"><![CDATA[${text}]]></${name}>`;
    })
    .replaceAll(repeatedTime, '');
}
