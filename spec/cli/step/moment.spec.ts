import { expect } from 'chai';
import type { Moment } from '../../../lib/cli/step/moment';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { TaskState } from '../../../lib/trace/state/task-state';
import { lockers, sleepers, unlucky } from './programs';
import { taskCalled } from './recorded';

describe('Moment', () => {
  const sleeping = new Timeline(sleepers());
  const failing = new Timeline(unlucky());

  it('tells which task took the last step, also where a callback has run since', () => {
    const runners = [0, 1, 2, 4].map((step) => sleeping.at(step).runner?.name);
    expect(runners).to.deep.equal([undefined, 'main', 'one', 'two']);
  });

  it('tells what is fresh: what this step has brought about', () => {
    const moment = sleeping.at(3);
    expect(['one', 'two'].map((name) => moment.isFresh(taskCalled(name, moment)?.event ?? 0))).to.deep.equal([
      false,
      true,
    ]);
  });

  it('tells the innermost place where a task waits', () => {
    const moment = sleeping.at(3);
    expect(moment.placeOf(taskCalled('one', moment) as TaskState)?.line).to.equal(5);
  });

  it('tells the innermost place in a file', () => {
    const moment = sleeping.at(3);
    expect(moment.placeOf(taskCalled('one', moment) as TaskState, 'other.ts')).to.equal(undefined);
  });

  it('names locks and queues by their kind, and a number', () => {
    expect(new Timeline(lockers()).at(3).nameOfPrimitive(1)).to.equal('Lock 1');
  });

  it('has the text of a file in lines', () => {
    expect(sleeping.at(0).sourceOf('app.ts')?.[4]).to.equal('  yield* sleep(n);');
    expect(sleeping.at(0).sourceOf('other.ts')).to.equal(undefined);
  });

  it('knows the coroutine of a task; that of a mere generator once it has waited', () => {
    const nameAt = (moment: Moment): string | undefined => moment.coroutineOf(taskCalled('one', moment) as TaskState);
    expect([nameAt(sleeping.at(1)), nameAt(sleeping.at(2))]).to.deep.equal([undefined, 'hello']);
  });

  it('tells which tasks wait for ever', () => {
    const last = failing.at(failing.lastStep);
    const stuck = [...last.state.tasks.values()].filter((task) => last.isStuck(task));
    expect(stuck.map(({ name }) => name)).to.deep.equal(['main']);
  });

  it('finds the last event of a type', () => {
    expect(sleeping.at(3).last('output')?.text).to.equal('hello 2\n');
    expect(sleeping.at(3).last('deadlock')).to.equal(undefined);
  });
});
