/**
 * Script: a piece of compiled code, and the source that it was compiled from.
 *
 * The two are held together by a source map, which the compiler leaves at the end of the code,
 * or in a file beside it. It is read when it is first needed. Where there is none the code is
 * the source: a program in plain JavaScript.
 */

import type { CodePoint, Inspector, ParsedScript } from './inspector';
import type { NodeModules } from './node';

/** A position in a source file, counted from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** How many lines `codeBefore` gives. */
const LINES_BEFORE = 20;

type SourceMap = InstanceType<NodeModules['module']['SourceMap']>;

export class Script {
  /** The path of the file that was loaded. */
  readonly file: string;
  private readonly sourceMap = once(() => this.readSourceMap());
  private readonly code = once(() => this.inspector.codeOf(this.parsed.scriptId));
  private readonly lines = once(() => this.code().split('\n'));

  constructor(
    private readonly parsed: ParsedScript,
    private readonly inspector: Inspector,
    private readonly node: NodeModules,
  ) {
    this.file = parsed.url.startsWith('file:') ? node.url.fileURLToPath(parsed.url) : parsed.url;
  }

  /** Ask for the code now, and keep it. */
  readCode(): void {
    this.code();
  }

  /** Give the position in the source of a position in the code. */
  sourceOf({ lineNumber, columnNumber }: CodePoint): SourcePosition {
    const entry = this.sourceMap()?.findEntry(lineNumber, columnNumber);
    if (entry === undefined || !('originalSource' in entry)) {
      return { file: this.file, line: lineNumber + 1, column: columnNumber + 1 };
    }
    const file = this.pathOf(entry.originalSource);
    return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  }

  /** Give the code just before a position, some lines of it. */
  codeBefore({ lineNumber, columnNumber }: CodePoint): string {
    const lines = this.lines().slice(Math.max(0, lineNumber - LINES_BEFORE), lineNumber + 1);
    const last = lines.pop() ?? '';
    return [...lines, last.slice(0, columnNumber)].join('\n');
  }

  /** Give the code between two positions. */
  codeBetween(start: CodePoint, end: CodePoint): string {
    const lines = this.lines().slice(start.lineNumber, end.lineNumber + 1);
    const last = lines.pop() ?? '';
    return [...lines, last.slice(0, end.columnNumber)].join('\n').slice(start.columnNumber);
  }

  /** Tell whether the source has `name`: what has been named by the compiler is not in it. */
  mentions(name: string): boolean {
    const sources = this.sourceMap()?.payload.sourcesContent;
    if (sources === undefined) return true;
    const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
    return sources.some((source) => word.test(source));
  }

  /** A source is named from the folder of the code. */
  private pathOf(source: string): string {
    const { path, url } = this.node;
    if (source.startsWith('file:')) return url.fileURLToPath(source);
    return path.resolve(path.dirname(this.file), this.sourceMap()?.payload.sourceRoot ?? '', source);
  }

  private readSourceMap(): SourceMap | undefined {
    const { sourceMapURL = '' } = this.parsed;
    if (sourceMapURL === '') return undefined;
    try {
      return new this.node.module.SourceMap(JSON.parse(this.load(sourceMapURL)));
    } catch {
      return undefined; // there is none after all, and the code has to do
    }
  }

  private load(sourceMapURL: string): string {
    const { fs, path } = this.node;
    const [, encoding, data] = /^data:[^,]*?(;base64)?,([\s\S]*)$/.exec(sourceMapURL) ?? [];
    if (data === undefined) return fs.readFileSync(path.resolve(path.dirname(this.file), sourceMapURL), 'utf8');
    return encoding === undefined ? decodeURIComponent(data) : globalThis.Buffer.from(data, 'base64').toString();
  }
}

/** Call `read` when first asked, and keep what it gives. */
function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}
