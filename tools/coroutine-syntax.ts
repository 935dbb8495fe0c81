/**
 * Coroutine syntax: which functions of a TypeScript program are coroutines, as its syntax tells.
 *
 * An async function is one. So is a generator function, unless it is there to be iterated: a
 * `[Symbol.iterator]` is, and whatever yields values of its own. A coroutine hands on what others
 * yield, by `yield*`, and at most yields nothing.
 */

import * as ts from 'typescript';

/** A function with a body that is a coroutine. */
export type CoroutineNode = (
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
) & {
  readonly body: ts.Block | ts.Expression;
};

/** Tell whether `node` is a coroutine's function: an async function, or a generator function that is no iterator. */
export function isCoroutine(node: ts.Node): node is CoroutineNode {
  if (!isFunction(node) || node.body === undefined) return false;
  const isGenerator = node.asteriskToken !== undefined;
  return isGenerator ? !isAsync(node) && !isIterator(node) : isAsync(node);
}

/** Tell whether `for await` stands in the function itself, which only an async function may have. */
export function hasForAwait(node: CoroutineNode): boolean {
  return hasOwn(node, (each) => ts.isForOfStatement(each) && each.awaitModifier !== undefined);
}

/** The function in which `node` stands. */
export function ownerOf(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node.parent, ts.isFunctionLike);
}

/** The name that JavaScript gives to the function: its own, or that of what it is assigned to. */
export function nameOf(node: CoroutineNode): string {
  const { parent } = node;
  if (node.name !== undefined) return textOf(node.name);
  if (ts.isBinaryExpression(parent) && parent.right === node) return textOf(parent.left);
  return 'name' in parent && 'initializer' in parent ? textOf(parent.name as ts.Node) : '';
}

function textOf(name: ts.Node): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isPrivateIdentifier(name) ? name.text : '';
}

function isFunction(
  node: ts.Node,
): node is ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node)
  );
}

function isAsync(node: ts.HasModifiers): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}

function isIterator(node: ts.FunctionLikeDeclaration): boolean {
  if (node.name?.getText() === '[Symbol.iterator]') return true;
  return hasOwn(node, (each) => ts.isYieldExpression(each) && !each.asteriskToken && each.expression !== undefined);
}

/** Tell whether `test` holds for something in the function, and not in one within it. */
function hasOwn(func: ts.Node, test: (node: ts.Node) => boolean): boolean {
  const search = (node: ts.Node): boolean =>
    test(node) || (!ts.isFunctionLike(node) && (ts.forEachChild(node, search) ?? false));
  return ts.forEachChild(func, search) ?? false;
}
