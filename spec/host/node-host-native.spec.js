const { runInThisContext } = require('node:vm');
const { expect } = require('chai');
const { coroutine, createTask, sleep } = require('../../lib');
const { both, leaf, mixed, outer, shown } = require('../native/native-chains');
const { host, watchedLoop } = require('./chains');

describe('A host that is asked about native async functions', () => {
  const newLoop = watchedLoop();
  let loop;

  beforeEach(() => {
    loop = newLoop();
  });

  /** The task of such a call, which waits by now for what `wait` gives. */
  function waiting(call, wait = () => loop.createFuture()) {
    const main = async () => {
      const task = createTask(call(wait));
      await sleep(1);
      await sleep(0);
      return [task];
    };
    return loop.runUntilComplete(coroutine(main)())[0];
  }

  const chainOf = (call, wait) => shown(host.chainOf(waiting(call, wait).getCoro(), { variables: true }));

  it('tells the calls by which a task waits, outermost first', () => {
    expect(chainOf(outer)).to.deep.equal(['outer at outer', 'middle at middle', 'leaf at leaf']);
  });

  it('tells those of generators between them, too', () => {
    expect(chainOf(mixed)).to.deep.equal(['mixed at mixed', 'between at between', 'leaf at leaf']);
  });

  it('tells the calls by which a task waits for all that it awaits at once', () => {
    expect(chainOf(both)).to.deep.equal(['both at both']);
  });

  it('tells where a promise is awaited that is none of this library', () => {
    expect(chainOf(outer, () => new Promise(() => {}))).to.deep.equal([
      'outer at outer',
      'middle at middle',
      'leaf at leaf',
    ]);
  });

  it('finds the variables of the generators among them only', () => {
    const places = host.chainOf(waiting(mixed).getCoro(), { variables: true });
    expect(places.map(({ variables }) => variables?.map(({ name }) => name))).to.deep.equal([
      undefined,
      ['wait'],
      undefined,
    ]);
  });

  it('finds the place in the source, where the code has a source map', () => {
    const map = { version: 3, sources: ['source.ts'], sourcesContent: ['x'], names: [], mappings: 'AASA;EACA' };
    const data = Buffer.from(JSON.stringify(map)).toString('base64');
    const url = `sourceMappingURL=data:application/json;base64,${data}`;
    const code = `(async function compiled(wait) {\n  await wait();\n})\n//# ${url}`;
    const [place] = host.chainOf(waiting(runInThisContext(code, '/program/compiled.js')).getCoro());
    expect([place.name, place.file, place.line]).to.deep.equal(['compiled', '/program/source.ts', 11]);
  });

  it('knows the name of the function, of a call that a task has just been made of', () => {
    const names = [];
    const main = async () => {
      for (const call of [leaf, outer]) names.push(host.nameOf(createTask(call(() => sleep(1))).getCoro()));
      await sleep(3);
    };
    loop.runUntilComplete(coroutine(main)());
    expect(names).to.deep.equal(['leaf', 'outer']);
  });

  it('knows no calls of one that is done', () => {
    const task = waiting(leaf, () => sleep(0));
    expect([task.done(), host.chainOf(task.getCoro())]).to.deep.equal([true, []]);
  });
});
