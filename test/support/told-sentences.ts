// The sentences that a file of ours may tell of a source: texts of errors and reasons, with samples where something is put in.
import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

/** What stands for the value of an expression, by what its own words say that it is. */
const samples: readonly (readonly [RegExp, string])[] = [
  [/^lineOf/, ': its one line'],
  [/iso|until/i, '2026-11-29T07:21:08.835Z'],
  [/host\b|hostOf/i, 'desk.example.com'],
  [/status/i, '503'],
  [/most|limits|length|index|times|width|\brow\b|\bline\b|\bsize\b|earlier|second|1024|Ms\b|timeout|seconds/i, '7'],
];

function sampleOf(expression: string): string {
  return samples.find(([pattern]) => pattern.test(expression))?.[1] ?? 'thing';
}

/** Every text that an expression may be; nothing for what only another file can tell. */
function textsOf(node: ts.Expression, file: ts.SourceFile): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<readonly string[]>(
      (heads, { expression, literal }) => {
        const inner = ts.isConditionalExpression(expression) ? textsOf(expression, file) : [sampleOf(expression.getText(file))];
        return heads.flatMap((head) => inner.map((text) => `${head}${text}${literal.text}`));
      },
      [node.head.text],
    );
  }
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue, file), ...textsOf(node.whenFalse, file)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return textsOf(node.left, file).flatMap((left) => textsOf(node.right, file).map((right) => `${left}${right}`));
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression, file);
  return [];
}

/** Texts of errors of ours, of `reason`s, and of functions and constants whose name says that they make one; or of another property alone. */
export function toldSentences({ name, text }: Pick<SourceFile, 'name' | 'text'>, property = 'reason'): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const isReason = property === 'reason';
  const told: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isReason && ts.isNewExpression(node) && node.expression.getText(file) === 'AppError' && node.arguments?.[1] !== undefined)
      told.push(...textsOf(node.arguments[1], file));
    if (ts.isPropertyAssignment(node) && node.name.getText(file) === property) told.push(...textsOf(node.initializer, file));
    if (isReason && ts.isReturnStatement(node) && node.expression !== undefined && isReasonMaker(node, file))
      told.push(...textsOf(node.expression, file));
    if (isReason && ts.isVariableDeclaration(node) && node.initializer !== undefined && makesReasons.test(node.name.getText(file))) {
      const made = ts.isArrowFunction(node.initializer) ? node.initializer.body : node.initializer;
      if (!ts.isBlock(made)) told.push(...textsOf(made, file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return told;
}

const makesReasons = /^(asksOn|givesUp|reason|reasonOf|failureReason|said)$/;

function isReasonMaker(node: ts.Node, file: ts.SourceFile): boolean {
  for (let above = node.parent; above !== undefined; above = above.parent) {
    if (ts.isFunctionDeclaration(above)) return makesReasons.test(above.name?.getText(file) ?? '');
  }
  return false;
}
