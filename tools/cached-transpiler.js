/**
 * What ts-node compiles this repository with (see tsconfig.json): TypeScript, one file at a
 * time, whose output is kept. So no file is compiled twice, and programs start at once.
 *
 * The name of what is kept is a hash of all that the output depends on: it cannot be out of
 * date. It may be deleted at any time: `rm -r node_modules/.cache`.
 *
 * In JavaScript, since TypeScript is what it is there to run.
 */

const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const ts = require('typescript');

const CACHE = join(__dirname, '../node_modules/.cache/yieldstar');

/** Called by ts-node, whose interface this is. */
exports.create = ({ service }) => {
  const compilerOptions = service.config.options;
  const environment = JSON.stringify([ts.version, compilerOptions]);
  return {
    transpile(text, { fileName }) {
      const kept = join(CACHE, `${hash(environment, fileName, text)}.json`);
      return read(kept) ?? keep(kept, ts.transpileModule(text, { fileName, compilerOptions, reportDiagnostics: true }));
    },
  };
};

function hash(...texts) {
  return createHash('sha256').update(texts.join('\0')).digest('hex');
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // not there, or not whole: it is compiled again
  }
}

function keep(file, output) {
  if (output.diagnostics.length > 0) return output;
  mkdirSync(dirname(file), { recursive: true });
  // Another process may be reading it: it appears whole, or not at all.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(output));
  renameSync(unfinished, file);
  return output;
}
