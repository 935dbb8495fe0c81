import { expect } from 'chai';
import { getcurrent, greenlet, sleep } from '../../../lib';
import * as gevent from '../../../lib/gevent/gevent';
import { greenletObserver, observeGreenlets } from '../../../lib/greenlet/greenlet-observer';
import { Recorder } from '../../../lib/trace/record/recorder';
import { ReplayError } from '../../../lib/trace/step/replay-error';
import { Stepper } from '../../../lib/trace/step/stepper';
import { thrownBy } from '../../support';
import { withoutHost } from './without-host';

/** A task that asks a greenlet, sleeps, and asks again. */
function* asking(): Generator<unknown, number, unknown> {
  const doubler = greenlet(function* doubler(n: number): Generator<unknown, void, number> {
    for (let next = n; ; ) next = yield* getcurrent().parent.switch(2 * next);
  });
  doubler.switch(3);
  yield* sleep(1);
  return doubler.switch(5);
}

/** A task that waits for a greenlet of gevent's. */
function* spawning(): Generator<unknown, void, unknown> {
  const napper = gevent.spawn(function* nap() {
    yield* gevent.sleep(1);
  });
  yield* napper.join();
}

describe('A stepper of a program with greenlets', () => {
  withoutHost();

  /** What the greenlets are like, and what the last events were. */
  const greenlets = (stepper: Stepper<unknown>): string[] =>
    [...stepper.state().tasks.values()]
      .filter(({ kind }) => kind !== undefined)
      .map(({ name, kind, status, steps }) => `${name} ${kind} ${status} ${steps}`);

  it('takes a handle for a step, and tells what they are like after it', () => {
    const stepper = new Stepper(asking);
    expect([stepper.step(), stepper.position, greenlets(stepper)]).to.deep.equal([
      true,
      1,
      ['doubler greenlet waiting 1'],
    ]);
  });

  it('goes back, and finds the same greenlets with the same names and numbers', () => {
    const stepper = new Stepper(spawning);
    const seen = () => JSON.stringify(stepper.events);
    stepper.seek(2);
    const before = [seen(), greenlets(stepper)];
    stepper.seek(6);
    stepper.seek(2);
    expect([seen(), greenlets(stepper)]).to.deep.equal(before);
    expect(greenlets(stepper)[0]).to.equal('Greenlet-0 gevent waiting 1');
  });

  it('runs to the same end after that', () => {
    const stepper = new Stepper(asking);
    stepper.seek(3);
    stepper.back();
    while (stepper.step());
    expect(stepper.main.result()).to.equal(10);
  });

  it('gives a greenlet that is alive, as it gives tasks', () => {
    const stepper = new Stepper(asking);
    stepper.step();
    const doubler = stepper.greenlet('doubler');
    expect([doubler?.switch(21), stepper.greenlet('Task-1'), stepper.task('doubler')]).to.deep.equal([
      42,
      undefined,
      undefined,
    ]);
  });

  it('notices that they do something else in another run', () => {
    let runs = 0;
    const stepper = new Stepper(function* () {
      const value = runs++;
      yield* sleep(0);
      greenlet(function* told(_: number) {}).switch(value);
    });
    stepper.seek(2);
    const error = thrownBy(() => {
      stepper.back();
      stepper.step();
    });
    expect([error instanceof ReplayError, (error as ReplayError).before?.type]).to.deep.equal([true, 'switch']);
  });

  it('leaves those alone who watched greenlets before', () => {
    const outside = observeGreenlets(new Recorder().watchGreenlets());
    const before = greenletObserver();
    new Stepper(asking).seek(9);
    expect(greenletObserver()).to.equal(before);
    observeGreenlets(outside);
  });
});
