/*
 * Running a program under Node's own debugger: a thread beside the main one drives it.
 *
 *     node --require ts-node/register/transpile-only watch.js COMMANDS SKIPPED FILE
 *
 * At each stop it tells, as a line of JSON, where that is: the calls that are not skipped,
 * innermost first, with their lines in TypeScript and their local variables; then, without variables,
 * the native async functions that await them. Then it gives
 * the next of COMMANDS (`stepOver`, `stepInto`, …), and when there are no more lets the
 * program run on. SKIPPED is a pattern of files not to stop in: what an IDE makes of skipFiles.
 */

const { writeSync } = require('node:fs');
const { Session } = require('node:inspector');
const { SourceMap } = require('node:module');
const { join } = require('node:path');
const { isMainThread, parentPort, Worker, workerData } = require('node:worker_threads');

if (isMainThread) watchThis();
else drive(workerData);

function watchThis() {
  const [, , commands, skipped, file] = process.argv;
  const worker = new Worker(__filename, { workerData: { commands: commands.split(','), skipped }, execArgv: [] });
  worker.once('message', () => {
    worker.unref();
    process.argv = [process.argv[0], 'main.ts', file];
    require(join(__dirname, '../../lib/cli/main.ts'));
  });
}

/** Attach to the main thread, say so, and wait for it to stop. */
function drive({ commands, skipped }) {
  parentPort.on('message', () => {}); // stay
  const session = new Session();
  session.connectToMainThread();
  const scripts = new Map();
  session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params));
  session.on('Debugger.paused', ({ params }) => {
    tell(session, scripts, params, new RegExp(skipped), () => {
      session.post(`Debugger.${commands.shift() ?? 'resume'}`);
    });
  });
  session.post('Debugger.enable');
  session.post('Debugger.setAsyncCallStackDepth', { maxDepth: 9 }, () => {
    session.post('Debugger.setBlackboxPatterns', { patterns: [skipped] }, () => parentPort.postMessage('ready'));
  });
}

function tell(session, scripts, { callFrames, asyncStackTrace }, skipped, then) {
  const shown = callFrames.filter(({ location }) => !skipped.test(scripts.get(location.scriptId).url));
  const awaiting = awaitingCalls(asyncStackTrace).filter(({ url }) => !skipped.test(url));
  const frames = [];
  const next = () => {
    const frame = shown.shift();
    if (frame === undefined) {
      for (const call of awaiting) {
        frames.push({ name: call.functionName, ...placeOf({ location: call }, scripts) });
      }
      writeSync(1, `${JSON.stringify(frames)}\n`);
      then();
      return;
    }
    const { objectId } = frame.scopeChain[0].object;
    session.post('Runtime.getProperties', { objectId, ownProperties: true }, (_error, { result }) => {
      frames.push({ name: frame.functionName, ...placeOf(frame, scripts), variables: variablesOf(result) });
      next();
    });
  };
  next();
}

/** Of each part of the stack that an `await` left behind, the call that awaits: below it is who had it begin. */
function awaitingCalls(trace) {
  if (trace === undefined) return [];
  return [...(trace.description === 'await' ? trace.callFrames : []), ...awaitingCalls(trace.parent)];
}

/** The file and the line in TypeScript, by the source map in the compiled text. */
function placeOf({ location }, scripts) {
  const { sourceMapURL, url } = scripts.get(location.scriptId);
  const file = url.replace('file://', '');
  const data = /^data:application\/json;.*?base64,(.*)$/.exec(sourceMapURL ?? '')?.[1];
  if (data === undefined) return { file, line: location.lineNumber + 1 };
  const map = new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()));
  return { file, line: map.findEntry(location.lineNumber, location.columnNumber).originalLine + 1 };
}

/** Each variable's value, where it is a number or a text of one line; otherwise its type. */
function variablesOf(properties) {
  const shown = ({ type, value } = {}) => (type === 'number' || isLine(value) ? value : type);
  return Object.fromEntries(properties.map(({ name, value }) => [name, shown(value)]));
}

function isLine(value) {
  return typeof value === 'string' && !value.includes('\n');
}
