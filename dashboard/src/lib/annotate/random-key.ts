// Keys by which the server knows what was sent twice.

/** 24 characters by lot; `randomUUID` is missing where a house is reached over plain HTTP. */
export function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
