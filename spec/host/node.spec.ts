import { dirname } from 'node:path';
import { expect } from 'chai';
import { EventLoop, sleep } from '../../lib';
import type { NodeHost } from '../../lib/host/node-host';

const FOLDER = dirname(require.resolve('../../lib/host/node'));

/** Evaluate the host's modules anew while Node gives out none of its own, as before 20.16; and use them. */
function onAnotherHost<T>(use: (host: NodeHost) => T): T {
  const kept = Object.entries(require.cache).filter(([file]) => file.startsWith(FOLDER));
  const { getBuiltinModule } = process;
  const forget = () => {
    for (const file of Object.keys(require.cache)) if (file.startsWith(FOLDER)) delete require.cache[file];
  };
  forget();
  Object.assign(process, { getBuiltinModule: undefined });
  try {
    return use(new (require('../../lib/host/node-host').NodeHost)());
  } finally {
    Object.assign(process, { getBuiltinModule });
    forget();
    Object.assign(require.cache, Object.fromEntries(kept));
  }
}

describe("Where Node's modules are not to be had", () => {
  it('nothing is known, and nothing fails', () => {
    const known = onAnotherHost((host) => {
      const loop = new EventLoop();
      const task = loop.createTask(sleep(1));
      host.watch();
      loop.runOnce();
      const answers = [host.chainOf(task.getCoro() as never), host.whereNow(), host.contentsOf(() => task)];
      host.unwatch();
      return answers;
    });
    expect(known).to.deep.equal([[], undefined, []]);
  });
});
