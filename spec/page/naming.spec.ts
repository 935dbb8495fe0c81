import { expect } from 'chai';
import { coroutine, createTask, gather, Lock, sleep } from '../../lib';
import { handleText } from '../../lib/page/naming';
import type { SuspendEvent } from '../../lib/trace/event/task-events';
import { awaitedText, primitiveText } from '../../lib/trace/why/short-names';
import { lastEvent, type Main, recordedIndex } from '../trace/recorded-trace';
import { handTrace, looked } from './hand-trace';

/** What the last task waited for that began to wait. */
function awaitedIn(main: Main): string {
  const index = recordedIndex(main);
  return awaitedText(index, lastEvent(index, 'suspend') as SuspendEvent);
}

describe('What a task waits for', () => {
  const main = (body: () => Generator<unknown, unknown, unknown>): Main => coroutine(body);
  const idle = coroutine(function* idle() {
    yield* [];
  });

  it('is called by what it is', () => {
    const sleeping = main(function* main() {
      yield* sleep(2);
    });
    const joining = main(function* main() {
      yield* createTask(idle(), { name: 'first' });
    });
    const gathering = main(function* main() {
      yield* gather([idle()]);
    });
    expect([awaitedIn(sleeping), awaitedIn(joining), awaitedIn(gathering)]).to.deep.equal([
      'sleep until 2s',
      'first',
      'gather',
    ]);
  });

  it('has a number where there may be several', () => {
    const locking = main(function* main() {
      const [first, second] = [new Lock(), new Lock()];
      yield* first.acquire();
      yield* second.acquire();
      yield* second.acquire();
    });
    expect(awaitedIn(locking)).to.equal('Lock 2');
  });
});

describe('Handles and primitives', () => {
  const { index } = looked(
    handTrace([
      { type: 'task', task: 1, name: 'cook', coroutine: 'cook' },
      { type: 'schedule', handle: 1, label: 'step of cook', task: 1 },
      { type: 'schedule', handle: 2, label: 'beat()' },
    ]),
  );

  it('are called by whose step they are, or by what they call', () => {
    expect([handleText(index, 1), handleText(index, 2), handleText(index, 9)]).to.deep.equal([
      'step of cook',
      'callback beat()',
      'callback',
    ]);
  });

  it('have a name even where nothing was told of them', () => {
    expect(primitiveText(index, 7, 3)).to.equal('primitive 7');
  });
});
