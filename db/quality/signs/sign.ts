// The form of a language's signs of a good reply: words that name something, and what beside them takes it back.

export const signKinds = ['greeting', 'thanks', 'apology', 'understanding', 'next_step', 'expected_time'] as const;
export type SignKind = (typeof signKinds)[number];

/** `needs` and `unless` are looked for in the same sentence. */
export type Sign = { readonly words: RegExp; readonly needs?: RegExp; readonly unless?: RegExp };
export type LanguageSigns = Readonly<Record<SignKind, Sign>>;
