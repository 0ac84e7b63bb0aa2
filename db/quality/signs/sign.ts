// The form of a language's signs of a good or a cold reply: words that name something, and what beside them takes it back.

const kindSigns = ['greeting', 'thanks', 'apology', 'understanding', 'ownership', 'next_step', 'expected_time'] as const;
/** `curt`: orders about or breaks off; `blame`: puts it on the customer; `brush_off`: sends away with nothing. */
export const coldSigns = ['curt', 'blame', 'brush_off'] as const;
export const signKinds = [...kindSigns, ...coldSigns] as const;
export type SignKind = (typeof signKinds)[number];

/** `needs` and `unless` are looked for in the same sentence. */
export type Sign = { readonly words: RegExp; readonly needs?: RegExp; readonly unless?: RegExp };
export type LanguageSigns = Readonly<Record<SignKind, Sign>>;
