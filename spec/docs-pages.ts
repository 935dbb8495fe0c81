/**
 * Reading the documentation, for docs.spec.ts: its pages, the programs in them, and where their
 * links lead.
 *
 * A program is a block that begins with ```ts; or with ```cjs, and then its async functions are the
 * host's own. What it prints is in the block right below it, if that begins with ```text.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '..');

/** A ```ts or a ```cjs block: what it prints is in the ```text block right below it, where there is one. */
export interface Program {
  readonly place: string;
  readonly file: string;
  readonly source: string;
  readonly output: string | undefined;
}

interface Block {
  readonly language: string;
  readonly text: string;
  /** The lines, counted from 1, of the two fences. */
  readonly first: number;
  readonly last: number;
}

export function markdownFiles(folder: string): string[] {
  return filesBelow(folder, '.md');
}

export function filesBelow(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path, extension);
      return path.endsWith(extension) ? [path] : [];
    });
}

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; first: number } | undefined;
  const lines = text.split('\n');
  lines.forEach((line, i) => {
    const fence = /^```(.*)$/.exec(line);
    if (fence === null) return;
    if (open === undefined) open = { language: (fence[1] as string).trim(), first: i + 1 };
    else {
      blocks.push({ ...open, text: lines.slice(open.first, i).join('\n'), last: i + 1 });
      open = undefined;
    }
  });
  return blocks;
}

export function programsOf(page: string): Program[] {
  const text = readFileSync(page, 'utf8');
  const lines = text.split('\n');
  const blocks = blocksOf(text);
  return blocks.flatMap((block, i) => {
    const { language } = block;
    if (!/^(ts|cjs)/.test(language)) return [];
    if (!/^(ts|cjs)$/.test(language))
      throw new Error(`${page}:${block.first}: a program begins with \`\`\`ts or cjs, and no more`);
    const next = blocks[i + 1];
    const follows = next?.language === 'text' && lines.slice(block.last, next.first - 1).every((line) => line === '');
    const place = `${relative(ROOT, page)}:${block.first}`;
    const file = join(page, `line-${block.first}`, `program.${language}`);
    return [{ place, file, source: block.text, output: follows ? next.text : undefined }];
  });
}

function withoutBlocks(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

export function linksOf(page: string): string[] {
  const prose = withoutBlocks(readFileSync(page, 'utf8')).replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] as string);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

export function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : resolve(dirname(page), path);
  if (!existsSync(target)) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

/** The anchors that a page's headings have on GitHub. */
function anchorsOf(page: string): string[] {
  const text = withoutBlocks(readFileSync(page, 'utf8'));
  return [...text.matchAll(/^#+ (.*)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

export function sectionOf(text: string, heading: string): string {
  return (text.split(`\n${heading}`)[1] ?? '').split('\n## ')[0] as string;
}

export function codeWordsOf(text: string): Set<string> {
  return new Set(
    [...withoutBlocks(text).matchAll(/`([^`]+)`/g)].flatMap((match) => (match[1] as string).match(/\w+/g) ?? []),
  );
}

/** The specs that a decision says it is guarded by: `*title* in [file](file)`. */
export function guardsOf(page: string): { file: string; title: string }[] {
  const guards = readFileSync(page, 'utf8')
    .replace(/\s+/g, ' ')
    .matchAll(/by \*([^*]+)\* in \[[^\]]*\]\(([^)]+)\)/g);
  return [...guards].map(([, title = '', file = '']) => ({ title, file: resolve(dirname(page), file) }));
}

/** What stands in the page as `Class.method`. */
export function methodsNamedIn(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/`([A-Z]\w+\.[a-z]\w+)`/g)].map((match) => match[1] as string);
}
