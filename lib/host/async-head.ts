/**
 * The head of an async function, read from what TypeScript compiled it to.
 *
 *     function hello(n) {
 *         return __awaiter(this, void 0, void 0, function* () { … });
 *     }
 *
 * What is suspended is the generator, which has no name; that, and the parameters, stand in the
 * text before it. The same holds for asynchronous generators, and `__asyncGenerator`.
 */

/** What stands before the body of an async function. */
export interface AsyncHead {
  /** The name of the function; undefined where it has none. */
  readonly name: string | undefined;
  /** The text of its parameters. */
  readonly parameters: string;
}

/** How much of the text is looked at: a head is shorter. */
const LENGTH = 2000;

const NAME = /[\w$#]+/.source;
const NAMED = `(?:(${NAME})\\s*[=:]\\s*)?`;
const PARAMETERS = /\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.source;
/** What may stand before the `return`, where the function uses `super`, or `arguments`. */
const EXTRAS = /(?:(?:const _super[\s\S]*?;|var arguments_\d+ = arguments;)\s*)*/.source;
const CALL = /__(?:awaiter|asyncGenerator)\([^(){}]*/.source;

/** `name = (…) => __awaiter(` */
const ARROW = new RegExp(`${NAMED}${PARAMETERS}\\s*=>\\s*${CALL}$`);
/** `name = function (…) { return __awaiter(`, with the name there or after `function`, or of a method. */
const BLOCK = new RegExp(
  `${NAMED}(?:function\\b\\s*)?(${NAME})?\\s*${PARAMETERS}\\s*\\{\\s*${EXTRAS}return\\s+${CALL}$`,
);

/** Read the head that ends with `code`, which goes up to the body; undefined where that is no async function's. */
export function asyncHeadBefore(code: string): AsyncHead | undefined {
  const text = code.slice(-LENGTH).replace(/function\s*\*\s*[\w$]*\s*$/, '');
  const arrow = ARROW.exec(text);
  if (arrow !== null) return { name: arrow[1], parameters: arrow[2] ?? '' };
  const block = BLOCK.exec(text);
  return block === null ? undefined : { name: block[1] ?? block[2], parameters: block[3] ?? '' };
}
