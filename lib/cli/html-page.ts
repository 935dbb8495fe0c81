/**
 * The page in which a trace is looked at: one file that needs no other, and asks for none.
 *
 * Its code is that of lib/page and of what that imports, each file a module of its own, as the
 * compiler has made it: in the package beforehand, in the repository now. Ten lines of a
 * loader stand for the bundler that this would take otherwise. The page's own policy forbids
 * the browser to run any other code, and to fetch anything.
 *
 * Invariant: the same trace makes the same page, byte for byte.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import type * as TypeScript from 'typescript';
import type { Trace } from '../trace/trace-event';
import { LIBRARY_FOLDER, LIBRARY_SOURCES } from './library-folder';

/** The code of the page, which is the same for every trace. */
let script: string | undefined;

/** Give the text of the page that shows `trace`. */
export function htmlOf(trace: Trace): string {
  const style = STYLES.map(readPart).join('\n');
  script ??= scriptOf('page/main');
  const parts: Record<string, string> = {
    policy: `"default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'"`,
    title: escapeText(`${trace.header.program.split(/[\\/]/).at(-1)} – yieldstar`),
    style,
    trace: dataOf(trace),
    script,
  };
  return readPart('page.html').replace(HOLE, (_, name: string) => parts[name] as string);
}

/** Where something is put into the page: `{{title}}`, with the comment or the quotes that it stands in. */
const HOLE = /(?:\/\* |")?\{\{(\w+)\}\}(?: \*\/|")?/g;

const STYLES = ['colours.css', 'layout.css', 'style.css', 'panels.css'];

/** What is not compiled is where its source is, in the package too. */
function readPart(name: string): string {
  return readText(join(LIBRARY_SOURCES, 'page', name));
}

function readText(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The trace, an event a line. Nothing in it can end the element in which it stands. */
function dataOf({ header, events }: Trace): string {
  const lines = events.map((event) => JSON.stringify(event));
  return `{"header":${JSON.stringify(header)},"events":[\n${lines.join(',\n')}\n]}`.replaceAll('<', '\\u003c');
}

/** The modules that `entry` needs, with it, and what loads them. */
function scriptOf(entry: string): string {
  const modules = [...collectModules(entry)].map(
    ([name, code]) => `${JSON.stringify(name)}(exports, require) {\n${code.trim()}\n}`,
  );
  return `'use strict';\nconst modules = {\n${modules.join(',\n')}\n};\n${LOADER}load(${JSON.stringify(entry)});\n`;
}

const LOADER = `const loaded = {};
function load(name) {
  if (!(name in loaded)) {
    loaded[name] = {};
    modules[name](loaded[name], (path) => load(new URL(path, 'file:///' + name).pathname.slice(1)));
  }
  return loaded[name];
}
`;

function collectModules(entry: string): Map<string, string> {
  const modules = new Map<string, string>();
  const collect = (name: string): void => {
    if (modules.has(name)) return;
    const code = compiled(name);
    modules.set(name, code);
    for (const [, path = ''] of code.matchAll(/\brequire\("(\.[^"]+)"\)/g))
      collect(posix.join(posix.dirname(name), path));
  };
  collect(entry);
  return modules;
}

/** The code of a module of this library, of which this is one: compiled, as this is, or not. */
function compiled(name: string): string {
  const text = readText(join(LIBRARY_FOLDER, `${name}${extname(__filename)}`));
  const code = extname(__filename) === '.ts' ? compile(text) : text;
  return code.replace(/^\/\/# sourceMappingURL=.*$/m, '').replaceAll('</script', '<\\/script');
}

function compile(text: string): string {
  const ts = require('typescript') as typeof TypeScript;
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    useDefineForClassFields: false,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
