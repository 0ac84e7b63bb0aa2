// Paths as descriptions of interfaces write them, `/posts/{id}`, found for the paths that are asked for.

/** The template that a path belongs to; null where none fits. What is spelled out comes first: `/posts/search` before `/posts/{id}`. */
export function openPathTemplates(templates: readonly string[]): (path: string) => string | null {
  const patterns = templates
    .map((template) => ({
      template,
      holes: template.split('{').length,
      pattern: new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    }))
    .toSorted((a, b) => a.holes - b.holes);
  return (path) => patterns.find(({ pattern }) => pattern.test(path))?.template ?? null;
}
