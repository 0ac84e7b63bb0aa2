// Reads the house itself: its source files and what each imports, for the tests that keep the plan true.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');

export type SourceFile = { readonly name: string; readonly text: string };
export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean; readonly isLazy?: boolean };

/** Files that git tracks or would track, with their text, relative to the root. */
export function sourceFiles(endings: readonly string[]): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  return [...new Set(listed.split('\n'))]
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .flatMap((name) => {
      try {
        return [{ name, text: readFileSync(path.join(root, name), 'utf8') }];
      } catch {
        // Deleted in the working tree but still in the index.
        return [];
      }
    });
}

const scriptBlock = /<script[^>]*>([\s\S]*?)<\/script>/g;

function scriptOf(file: SourceFile): string {
  if (!file.name.endsWith('.svelte')) return file.text;
  return [...file.text.matchAll(scriptBlock)].map((match) => match[1] ?? '').join('\n');
}

/** Where an import leads: a path from the root for our own rooms, otherwise the package's name. */
function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  return specifier;
}

function isTypeOnly(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  if (!ts.isImportDeclaration(statement)) return false;
  const clause = statement.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined && named !== undefined && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly)
  );
}

/** Static imports, re-exports and `import('...')` calls of one file. */
export function importsOf(file: SourceFile): Import[] {
  const parsed = ts.createSourceFile(file.name, scriptOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ from: file.name, to: resolveImport(file.name, node.moduleSpecifier.text), typeOnly: isTypeOnly(node) });
    }
    const argument = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined;
    if (argument !== undefined && ts.isStringLiteral(argument)) {
      found.push({ from: file.name, to: resolveImport(file.name, argument.text), typeOnly: false, isLazy: true });
    }
    const isTypeImport = ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal);
    if (isTypeImport && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ from: file.name, to: resolveImport(file.name, node.argument.literal.text), typeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}
