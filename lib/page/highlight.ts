/**
 * Highlighting of a program's text, line by line: comments, strings, numbers, keywords.
 *
 * It knows only as much of the language as that takes. What goes over several lines is a
 * comment or a template; the expressions in a template are shown as part of it.
 */

/** What a piece of text is; undefined for anything that is not singled out. */
export type TokenKind = 'comment' | 'string' | 'number' | 'keyword';

/** A piece of a line. */
export interface Token {
  readonly kind: TokenKind | undefined;
  readonly text: string;
}

const KEYWORDS =
  'abstract|any|as|async|await|boolean|break|case|catch|class|const|continue|declare|default|delete|do|else|enum|' +
  'export|extends|false|finally|for|from|function|get|if|implements|import|in|instanceof|interface|let|new|null|' +
  'number|of|private|protected|public|readonly|return|set|static|string|super|switch|this|throw|true|try|type|' +
  'typeof|undefined|unknown|var|void|while|with|yield';

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>//.*|/\*[^]*?(?:\*/|$))`,
    String.raw`(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\`(?:\\[^]|[^\`\\])*(?:\`|$))`,
    String.raw`(?<number>\b\d[\w.]*)`,
    String.raw`(?<keyword>(?<![\w$.])(?:${KEYWORDS})\b)`,
    String.raw`[\w$]+|[^]`,
  ].join('|'),
  'g',
);

/** Give the lines of `text`, each as its pieces. */
export function highlight(text: string): Token[][] {
  const lines: Token[][] = [[]];
  for (const match of text.matchAll(TOKEN)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    match[0].split('\n').forEach((piece, i) => {
      if (i > 0) lines.push([]);
      add(lines.at(-1) as Token[], { kind: kind as TokenKind | undefined, text: piece });
    });
  }
  return lines;
}

/** Pieces of one kind that follow each other become one. */
function add(line: Token[], token: Token): void {
  const last = line.at(-1);
  if (token.text === '') return;
  if (last?.kind === token.kind && last !== undefined) line.splice(-1, 1, { ...token, text: last.text + token.text });
  else line.push(token);
}
