import { expect } from 'chai';
import { Context, EventLoop, type TimerHandle } from '../../lib';
import { Log } from '../support';

describe('A loop, for the hub of gevent,', () => {
  let loop: EventLoop;
  let log: Log;
  const note = (text: string) => () => log.note(text);

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('calls first what was broken off, in the iteration under way', () => {
    loop.callSoon(() => loop.callFirst(note('the rest')));
    loop.callSoon(note('second'));
    loop.runOnce();
    expect(log.entries).to.deep.equal(['the rest@0', 'second@0']);
  });

  it('calls first what was broken off, where no iteration is under way', () => {
    loop.callSoon(note('ready'));
    loop.callFirst(note('the rest'));
    loop.runOnce();
    expect(log.entries).to.deep.equal(['the rest@0', 'ready@0']);
  });

  it('has timers that come last of those of their time, whenever they are made', () => {
    const options = { context: new Context() };
    loop.callLaterLast(1, note('last'), options);
    loop.callLater(1, note('first'));
    loop.callLaterLast(1, note('very last'), options);
    loop.callLater(2, note('later'));
    while (loop.step());
    expect(log.entries).to.deep.equal(['first@1', 'last@1', 'very last@1', 'later@2']);
  });

  it('lets a timer give way to what is ready, and tells whether others are due', () => {
    let turns = 0;
    const timer: TimerHandle = loop.callLater(1, () => {
      turns += 1;
      log.note(`turn ${turns}, more due: ${loop.hasMoreDue()}`);
      if (turns === 1) loop.postpone(timer);
    });
    loop.callLater(1, () => loop.callSoon(note('ready')));
    while (loop.step());
    expect(log.entries).to.deep.equal(['turn 1, more due: false@1', 'ready@1', 'turn 2, more due: false@1']);
  });
});
