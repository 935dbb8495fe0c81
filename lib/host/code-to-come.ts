/**
 * The code of a function that may still be run once a call in it has come back: what stands after
 * that call; and where the call is inside of a loop, all of it.
 *
 * It is read as text, without a parser, to find the names that are used in it: too much does no harm.
 *
 * Counterpart: `co_code` of a code object from `f_lasti` on, with the jumps back in it.
 */

/** Give the code that may be run after a call, which stands between `before` and `after`: that begins with its name. */
export function codeToCome(before: string, after: string): string {
  return isInLoop(before) ? before + after : afterArguments(after);
}

/** Whether the code breaks off inside of a loop: in one of the blocks that it has not closed, or in a loop without one. */
function isInLoop(code: string): boolean {
  let block = code.replace(NO_CODE, '');
  for (let inner = ''; inner !== block; ) {
    inner = block;
    block = inner.replace(/\{[^{}]*\}/g, ';'); // a block that is closed counts as a statement
  }
  return block.split('{').some((part) => LOOP.test(part.slice(part.lastIndexOf(';') + 1)) || FOR.test(part));
}

/** A statement that has begun: `while (…)`, `do`, and what follows it. */
const LOOP = /\b(?:while|do)\b/;
/** A loop whose head may have semicolons; after it comes one statement at most, which has not ended. */
const FOR = /\bfor\b[^;)]*(?:;[^;]*;[^;]*|[^;]*)$/;

/** Leave out the call: its arguments have been given. Where they do not end, nothing is left out. */
function afterArguments(code: string): string {
  let depth = 0;
  for (const { 0: sign, index } of code.matchAll(NO_CODE_OR_BRACKET)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ')' && depth <= 0) return code.slice(index + 1);
  }
  return code;
}

/** What may look like code, and is none: a text, or a comment. */
const NO_CODE = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\//g;
const NO_CODE_OR_BRACKET = new RegExp(`${NO_CODE.source}|[()]`, 'g');
