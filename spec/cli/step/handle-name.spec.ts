import { expect } from 'chai';
import { type EventLoop, sleep } from '../../../lib';
import { handleName } from '../../../lib/cli/step/handle-name';
import { Timeline } from '../../../lib/cli/step/timeline';
import { recorded } from './recorded';

describe('What a handle is called', () => {
  it('is the task whose step it is, what its timer is for, or what it calls', () => {
    const trace = recorded('', function* ({ loop }: { loop: EventLoop }) {
      loop.callSoon(function beat() {});
      loop.callLater(5, function ring() {});
      yield* sleep(1);
    });
    const moment = new Timeline(trace).at(1);
    const { ready, sortedTimers, handle } = moment.state;
    const names = [handle, ...ready.values(), ...sortedTimers].map((each) => handleName(moment, each?.handle ?? 0));
    expect(names).to.deep.equal(['main', 'beat()', 'sleep of main', 'ring() of main']);
  });

  it('is not known where a trace does not tell of its scheduling', () => {
    const moment = new Timeline(recorded('', () => sleep(1))).at(0);
    expect(handleName(moment, 99)).to.equal('a callback');
  });
});
