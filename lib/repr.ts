/**
 * How values are shown in messages: Python's `repr`, cut short as `reprlib` does.
 *
 * Strings come in single quotes, an error as `ValueError('text')`, and an object of
 * this library as its own `toString()`, which is its Python repr: `<Future pending>`.
 * What is long is cut: strings after 30 characters, collections after 6 items (4 in
 * a map), and nesting after 6 levels. A value that contains itself shows as `...`.
 *
 * Counterpart: reprlib.py and asyncio/format_helpers.py.
 */

const MAX_STRING = 30;
const MAX_ITEMS = 6;
const MAX_ENTRIES = 4;
const MAX_LEVEL = 6;

/** Show `value` as Python's reprlib would. */
export function repr(value: unknown): string {
  return reprAt(value, MAX_LEVEL);
}

/** Show `value` as `repr` does, but by a mere name whatever `nameOf` has one for. */
export function reprByName(value: unknown, nameOf: (object: object) => string | undefined): string {
  const before = naming;
  naming = nameOf;
  try {
    return repr(value);
  } finally {
    naming = before;
  }
}

/** Names the objects that are shown by a mere name now; none otherwise. */
let naming: (object: object) => string | undefined = () => undefined;

/** Name the type of `value`: its class, or what `typeof` says of a primitive. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (Object.prototype.toString.call(value) === '[object Generator]') return 'generator';
  return value.constructor?.name || 'Object';
}

/** Show a call of `callback`: its name and, where `args` are given, they too. */
export function reprCall(callback: unknown, args: readonly unknown[] = []): string {
  const name = typeof callback === 'function' ? callback.name.replace(/^bound /, '') || '<anonymous>' : repr(callback);
  return `${name}(${args.map(repr).join(', ')})`;
}

/**
 * Show `value` by `show`, or as `...` while it is being shown already: what a
 * `toString()` that shows other objects should be wrapped in (reprlib.recursive_repr).
 */
export function recursiveRepr(value: object, show: () => string): string {
  if (showing.has(value)) return '...';
  showing.add(value);
  try {
    return show();
  } finally {
    showing.delete(value);
  }
}

/** Have `console.log` show the instances of `type` as their `toString` does. */
export function showAsString(type: { readonly prototype: object }): void {
  Object.defineProperty(type.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value(this: object): string {
      return String(this);
    },
  });
}

/** How many objects are being shown now, each as part of the one before. */
export function reprDepth(): number {
  return showing.size;
}

/** The objects being shown now: to meet one of them again is recursion. */
const showing = new Set<object>();

function reprAt(value: unknown, level: number): string {
  if (typeof value === 'string') return cut(quote(value));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `<function ${value.name || '<anonymous>'}>`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Uint8Array) return cut(quoteBytes(value));
  try {
    return naming(value) ?? ownRepr(value) ?? recursiveRepr(value, () => reprObject(value, level));
  } catch (error) {
    return reprFailed(value, error);
  }
}

function reprFailed(value: object, error: unknown): string {
  try {
    return `<${typeName(value)} object, which threw ${typeName(error)} when shown>`;
  } catch {
    return '<object, which threw when shown>';
  }
}

function reprObject(value: object, level: number): string {
  if (value instanceof Error) return reprError(value);
  if (Array.isArray(value)) return `[${items(value, level)}]`;
  if (value instanceof Set) return value.size === 0 ? 'set()' : `{${items([...value], level)}}`;
  if (value instanceof Map) return `{${entries([...value], level)}}`;
  if (isPlain(value)) return `{${entries(Object.entries(value), level, String)}}`;
  return `<${typeName(value)} object>`;
}

function reprError(error: Error): string {
  const args = (error as { args?: readonly unknown[] }).args ?? (error.message === '' ? [] : [error.message]);
  return `${error.name}(${args.map((arg) => (typeof arg === 'string' ? quote(arg) : repr(arg))).join(', ')})`;
}

function ownRepr(value: object): string | undefined {
  const method: unknown = value.toString;
  const isOwn = typeof method === 'function' && !BUILT_IN_TO_STRING.has(method) && !(value instanceof Error);
  return isOwn ? value.toString() : undefined;
}

const BUILT_IN_TO_STRING = new Set<unknown>([
  Object.prototype.toString,
  Array.prototype.toString,
  Error.prototype.toString,
]);

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function items(values: readonly unknown[], level: number): string {
  if (level <= 0 && values.length > 0) return '...';
  const shown = values.slice(0, MAX_ITEMS).map((value) => reprAt(value, level - 1));
  return (values.length > MAX_ITEMS ? [...shown, '...'] : shown).join(', ');
}

function entries(
  pairs: readonly (readonly [unknown, unknown])[],
  level: number,
  key: (key: unknown) => string = (value) => reprAt(value, level - 1),
): string {
  if (level <= 0 && pairs.length > 0) return '...';
  const shown = pairs.slice(0, MAX_ENTRIES).map(([k, v]) => `${key(k)}: ${reprAt(v, level - 1)}`);
  return (pairs.length > MAX_ENTRIES ? [...shown, '...'] : shown).join(', ');
}

/** Python quotes with ' unless the text holds one and no ". */
function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char] as string);
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Show bytes as Python does; of many, the first and the last, between which all else is to be cut. */
function quoteBytes(bytes: Uint8Array): string {
  const mark = bytes.includes(SINGLE_QUOTE) && !bytes.includes(DOUBLE_QUOTE) ? '"' : "'";
  const shown =
    bytes.length <= 2 * MAX_STRING ? [...bytes] : [...bytes.subarray(0, MAX_STRING), ...bytes.subarray(-MAX_STRING)];
  return `b${mark}${shown.map((byte) => quoteByte(byte, mark)).join('')}${mark}`;
}

const SINGLE_QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;

function quoteByte(byte: number, mark: string): string {
  const char = String.fromCharCode(byte);
  if (char === mark) return `\\${char}`;
  if (byte < 0x20 || byte > 0x7e) return ESCAPES[char] ?? `\\x${byte.toString(16).padStart(2, '0')}`;
  return ESCAPES[char] ?? char;
}

/** Keep the beginning and the end of a long string, as reprlib does: 13 and 14 of its 30 characters. */
function cut(text: string): string {
  if (text.length <= MAX_STRING) return text;
  const head = Math.floor((MAX_STRING - 3) / 2);
  return `${text.slice(0, head)}...${text.slice(text.length - (MAX_STRING - 3 - head))}`;
}
