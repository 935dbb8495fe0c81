/**
 * ProgramSyntaxError: a file of the program is not TypeScript, or not JavaScript.
 *
 * It shows where, as Python does:
 *
 *     /home/me/hello.ts:3
 *         const x = (1;
 *                     ^
 *     SyntaxError: ')' expected.
 */

export class ProgramSyntaxError extends Error {
  /** @param line and column count from 0. */
  constructor(message: string, file: string, text: string, line: number, column: number) {
    const source = text.split(/\r?\n/)[line] ?? '';
    const code = source.trimStart();
    const caret = Math.max(0, column - (source.length - code.length));
    super(`${file}:${line + 1}\n    ${code}\n    ${' '.repeat(caret)}^\nSyntaxError: ${message}`);
  }
}
