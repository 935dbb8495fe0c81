/**
 * Node, as seen from a library that may be loaded elsewhere.
 *
 * Nothing of `node:*` is imported: a bundler for another host would stumble over it. Node's
 * modules are asked for by name, when they are needed; where they are not to be had (on another
 * host, or in Node before 20.16), what needs them does without.
 */

/** Node's process; undefined on another host. */
export const nodeProcess: NodeJS.Process | undefined = globalThis.process;

/** Give the modules of Node's that are used here; undefined where they are not to be had. */
export function nodeModules() {
  const load = nodeProcess?.getBuiltinModule;
  const inspector = load?.('node:inspector');
  if (load === undefined || inspector === undefined) return undefined;
  return {
    inspector,
    fs: load('node:fs'),
    module: load('node:module'),
    path: load('node:path'),
    url: load('node:url'),
  };
}

export type NodeModules = NonNullable<ReturnType<typeof nodeModules>>;
