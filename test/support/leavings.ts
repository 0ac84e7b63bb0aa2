// What tests leave behind and have cleared away for them: after each test, or when all tests of their file are done.

/** Modules are loaded once for many test files, so that a hook which a module registers would serve the first of them alone. */
const clearing = { test: new Set<() => unknown>(), file: new Set<() => unknown>() };

/** Has `clear` called from now on: after every `test`, or after every `file` of tests. */
export function clearAfter(when: keyof typeof clearing, clear: () => unknown): void {
  clearing[when].add(clear);
}

export async function clearLeavings(when: keyof typeof clearing): Promise<void> {
  for (const clear of clearing[when]) await clear();
}
