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

/** Give the modules by which Node's jobs are run; undefined where they are not to be had, or only seem to be. */
export function jobModules() {
  if (nodeProcess === undefined || isLikeNode(nodeProcess)) return undefined;
  const load = nodeProcess.getBuiltinModule;
  return load && { v8: load('node:v8'), vm: load('node:vm') };
}

/** Deno has these modules, and no way to have the jobs run; Bun has something like either, and neither works. */
function isLikeNode(host: NodeJS.Process): boolean {
  return !('_tickCallback' in host) || 'bun' in host.versions;
}

export type JobModules = NonNullable<ReturnType<typeof jobModules>>;

export type NodeModules = NonNullable<ReturnType<typeof nodeModules>>;
