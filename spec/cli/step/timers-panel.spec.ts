import { expect } from 'chai';
import { sleep, timeout } from '../../../lib';
import { Timeline } from '../../../lib/cli/step/timeline';
import { timersPanel } from '../../../lib/cli/step/timers-panel';
import { asyncWith } from '../../../lib/coroutine/async-with';
import { sleepers } from './programs';
import { contentText, recorded } from './recorded';

describe('The panel of the timers', () => {
  const shown = (timeline: Timeline, step: number): string[] =>
    contentText(timersPanel(timeline.at(step), timeline.extent));

  it('has them in the order in which they are due, with their deadlines; what is new is marked', () => {
    expect(shown(new Timeline(sleepers()), 3)).to.deep.equal(['timers 2', '  1s  sleep of one', '+ 2s  sleep of two']);
  });

  it('tells what they are for', () => {
    const program = new Timeline(
      recorded('', function* ({ loop }) {
        loop.callAt(Number.POSITIVE_INFINITY, function beat() {});
        yield* asyncWith(timeout(12.5), () => sleep(10));
      }),
    );
    expect(shown(program, 1)).to.deep.equal([
      'timers 3',
      '+   10s  sleep of main',
      '+ 12.5s  timeout of main',
      '+ never  beat() of main',
    ]);
  });
});
