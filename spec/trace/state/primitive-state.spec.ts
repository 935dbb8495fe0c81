import { expect } from 'chai';
import type { PrimitiveEvent } from '../../../lib/trace/event/primitive-events';
import {
  type PrimitiveState,
  primitiveState,
  withoutWaiter,
  withWaiter,
} from '../../../lib/trace/state/primitive-state';

const EVENT: PrimitiveEvent = {
  n: 1,
  time: 0,
  cause: 0,
  type: 'primitive',
  primitive: 4,
  kind: 'Event',
  text: '<Event>',
};

describe('The state of a lock, a queue or the like', () => {
  let state: PrimitiveState;

  beforeEach(() => {
    state = primitiveState(EVENT, undefined);
  });

  it('begins with nobody and nothing in it', () => {
    expect(state).to.deep.equal({
      primitive: 4,
      kind: 'Event',
      text: '<Event>',
      owners: [],
      waiters: [],
      items: [],
      size: 0,
    });
  });

  it('has those in line who came, the first to come first', () => {
    for (const future of [7, 5]) state = withWaiter(state, { future, task: undefined });
    expect(state.waiters.map(({ future }) => future)).to.deep.equal([7, 5]);
  });

  it('has those in line no more who left, wherever they stood', () => {
    for (const future of [7, 5, 6]) state = withWaiter(state, { future, task: undefined });
    expect(withoutWaiter(state, 5).waiters.map(({ future }) => future)).to.deep.equal([7, 6]);
  });

  it('keeps its line when it shows something else', () => {
    state = primitiveState({ ...EVENT, text: '<Event [set]>', owners: [1] }, withWaiter(state, { future: 7, task: 2 }));
    expect([state.text, state.owners, state.waiters]).to.deep.equal(['<Event [set]>', [1], [{ future: 7, task: 2 }]]);
  });

  it('is never changed: whoever joins makes a new one', () => {
    withWaiter(state, { future: 7, task: 2 });
    expect(state.waiters).to.deep.equal([]);
  });
});
