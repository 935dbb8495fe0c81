/**
 * Restyle: the coroutines of a TypeScript program, rewritten in another of the three styles.
 *
 *     generators   function* f(a) { return yield* g(a); }
 *     compiled     async function f(a) { return await g(a); }    to be compiled for this library
 *     native       the same, for V8; wrapped, so that a call runs nothing, as in Python
 *
 * What is no coroutine stays, as do async generators and, among generators, a `for await`. The text
 * is edited, not printed from its tree: all stays on its line. The result expects three functions:
 * `__coroutine(func, name)`, `__sleep(delay)`, and `__awaitable(x)`, for `yield*` in place of `await x`.
 */

import * as ts from 'typescript';
import { type CoroutineNode, hasForAwait, isCoroutine, nameOf, ownerOf } from './coroutine-syntax';

export type Style = 'generators' | 'compiled' | 'native';

/** Rewrite the coroutines in the program `text` in `style`. */
export function restyle(text: string, style: Style): string {
  const source = ts.createSourceFile('program.ts', text, ts.ScriptTarget.ES2022, true);
  return new Restyling(source, style).program();
}

/** Functions that call at once what they are given, or make a coroutine function of it themselves. */
const TAKES_FUNCTION = /^(coroutine|asyncWith)$/;

class Restyling {
  constructor(
    private readonly source: ts.SourceFile,
    private readonly style: Style,
  ) {}

  program(): string {
    const declarations = this.declarations(this.source.statements);
    return (declarations && `${declarations.trimStart()} `) + this.copy(this.source);
  }

  /** The text of `node` in the wanted style, after the blanks and comments before it. */
  private render(node: ts.Node): string {
    const changed = this.rewrite(node);
    return changed === undefined ? this.copy(node) : this.textBetween(node.pos, node.getStart(this.source)) + changed;
  }

  /** The text of `node` from one place to another, where no child of it is cut, with what is in it rewritten. */
  private copy(node: ts.Node, from: number = node.pos, to: number = node.end): string {
    let text = '';
    let position = from;
    ts.forEachChild(node, (child) => {
      if (child.pos < position || child.end > to) return;
      text += this.textBetween(position, child.pos) + this.render(child);
      position = child.end;
    });
    return text + this.textBetween(position, to);
  }

  private textBetween(from: number, to: number): string {
    return this.source.text.slice(from, to);
  }

  private rewrite(node: ts.Node): string | undefined {
    if (isCoroutine(node) && this.changes(node)) return this.coroutine(node);
    if (ts.isBlock(node)) return this.block(node);
    if (ts.isYieldExpression(node) && this.changes(ownerOf(node))) return this.awaitFor(node);
    if (ts.isAwaitExpression(node) && this.style === 'generators' && this.changes(ownerOf(node))) {
      return `(yield* __awaitable(${this.render(node.expression)}))`;
    }
    return undefined;
  }

  /** Tell whether `node` is a coroutine of another style. */
  private changes(node: ts.Node | undefined): boolean {
    if (node === undefined || !isCoroutine(node)) return false;
    const isGenerator = node.asteriskToken !== undefined;
    if (this.style === 'generators') return !isGenerator && !hasForAwait(node);
    return isGenerator || this.style === 'native';
  }

  // ----- What a coroutine awaits

  private awaitFor({ asteriskToken, expression }: ts.YieldExpression): string {
    if (asteriskToken === undefined || expression === undefined) return 'await __sleep(0)';
    // What yields nothing is no awaitable: it is there to make a generator of a function.
    if (ts.isArrayLiteralExpression(expression) && expression.elements.length === 0) return 'undefined';
    const operand = this.render(expression);
    return ts.isLeftHandSideExpression(expression) ? `await${operand}` : `await (${operand})`;
  }

  // ----- Coroutines

  private coroutine(node: CoroutineNode): string {
    if (ts.isMethodDeclaration(node)) return this.method(node);
    if (ts.isFunctionDeclaration(node)) return this.declared(node);
    const func = ts.isArrowFunction(node) ? this.arrow(node) : this.func(node, node.name?.text ?? '');
    return this.isWrapped(node) ? `__coroutine(${func}, '${nameOf(node)}')` : func;
  }

  private func(node: CoroutineNode, name: string): string {
    const keyword = this.style === 'generators' ? 'function*' : 'async function';
    return `${keyword} ${name}${this.signature(node)}${this.render(node.body)}`;
  }

  private arrow(node: ts.ArrowFunction): string {
    if (this.style !== 'generators') return this.copy(node, node.getStart(this.source));
    const body = this.render(node.body);
    const block = ts.isBlock(node.body) ? body : ` { return (${body}); }`;
    return `function* ${this.signature(node)}${block}.bind(this)`;
  }

  /** What is left of a method is a function that returns the coroutine of an arrow function, which has its `this`. */
  private method(node: ts.MethodDeclaration & CoroutineNode): string {
    const isOther = ({ kind }: ts.ModifierLike) => kind !== ts.SyntaxKind.AsyncKeyword;
    const modifiers = node.modifiers?.filter(isOther).map((each) => `${each.getText()} `) ?? [];
    const head = this.render(node.name).trimStart() + this.signature(node);
    const body = this.render(node.body);
    const changed = {
      generators: `*${head}${body}`,
      compiled: `async ${head}${body}`,
      native: `${head} { return __coroutine(async () =>${body}, '${nameOf(node)}')(); }`,
    };
    return modifiers.join('') + changed[this.style];
  }

  /** The parameters of a function, and all that stands by them. */
  private signature(node: CoroutineNode): string {
    const begin = (node.typeParameters ?? node.parameters).pos - 1;
    const end = ts.isArrowFunction(node) ? node.equalsGreaterThanToken.pos : node.body.pos;
    return this.copy(node, begin, end);
  }

  // ----- Declarations: hoisted, and so is what is made of them

  private isWrapped(node: CoroutineNode): boolean {
    if (this.style === 'compiled') return false;
    return !(ts.isCallExpression(node.parent) && TAKES_FUNCTION.test(node.parent.expression.getText()));
  }

  private declared(node: ts.FunctionDeclaration & CoroutineNode): string {
    if (this.isWrapped(node)) return this.func(node, `${nameOf(node)}$`);
    return exportOf(node) + this.func(node, nameOf(node));
  }

  private block(node: ts.Block): string {
    return `{${this.declarations(node.statements)}${this.copy(node, node.getStart(this.source) + 1)}`;
  }

  private declarations(statements: readonly ts.Statement[]): string {
    return statements.map((each) => this.declaration(each)).join('');
  }

  private declaration(node: ts.Statement): string {
    if (!ts.isFunctionDeclaration(node) || !this.changes(node) || this.style === 'compiled') return '';
    const name = nameOf(node as CoroutineNode);
    return ` ${exportOf(node)}const ${name} = __coroutine(${name}$, '${name}');`;
  }
}

function exportOf(node: ts.FunctionDeclaration): string {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ? 'export ' : '';
}
