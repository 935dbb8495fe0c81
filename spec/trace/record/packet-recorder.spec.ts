import { expect } from 'chai';
import { EventLoop } from '../../../lib';
import { Recorder } from '../../../lib/trace/record/recorder';
import { eventText } from './event-text';

/** What is recorded of packets that `act` tells of, in a callback at 1s. */
function told(act: (observer: ReturnType<Recorder['watch']>, loop: EventLoop) => void): string[] {
  const recorder = new Recorder();
  const loop = new EventLoop();
  const observer = recorder.watch(loop);
  loop.observer = observer;
  loop.callLater(1, () => act(observer, loop));
  loop.callLater(3, () => loop.stop());
  loop.runForever();
  return recorder.events.filter(({ type }) => type === 'packet').map(eventText);
}

const ENDS = { from: 'client:49152', to: 'server:80' };

describe('A recorder of packets', () => {
  it('says what was sent, and that it has arrived because of that', () => {
    const packet = { kind: 'data', ...ENDS, data: new TextEncoder().encode('hello\n') };
    const lines = told((observer, loop) => {
      observer.packetSent(packet);
      loop.callLater(1, () => observer.packetArrived(packet));
    });
    const details = "kind=data from=client:49152 to=server:80 size=6 text=b'hello\\n'";
    expect(lines).to.deep.equal([
      `7@1 packet packet=1 what=sent ${details} <- 6`,
      `13@2 packet packet=1 what=arrived ${details} <- 7`,
    ]);
  });

  it('says what was lost, and numbers what is sent in its place anew', () => {
    const [first, second] = [
      { kind: 'SYN', ...ENDS },
      { kind: 'SYN', ...ENDS },
    ];
    const lines = told((observer) => {
      observer.packetSent(first);
      observer.packetLost(first);
      observer.packetSent(second);
    });
    const details = 'kind=SYN from=client:49152 to=server:80 size=0';
    expect(lines).to.deep.equal([
      `7@1 packet packet=1 what=sent ${details} <- 6`,
      `8@1 packet packet=1 what=lost ${details} <- 7`,
      `9@1 packet packet=2 what=sent ${details} <- 6`,
    ]);
  });

  it('says that the handle which brings it was scheduled by its being sent', () => {
    const recorder = new Recorder();
    const loop = new EventLoop();
    loop.observer = recorder.watch(loop);
    const packet = { kind: 'SYN', ...ENDS };
    loop.observer.packetSent(packet);
    loop.callLater(1, function deliver(_: object) {}, packet);
    expect(recorder.events.map(eventText)[1]).to.equal('2@0 schedule handle=1 label=deliver() when=1 <- 1');
  });

  it('shows the first and the last bytes of many', () => {
    const data = new Uint8Array(100).fill(97);
    const [line] = told((observer) => observer.packetSent({ kind: 'data', ...ENDS, data }));
    expect(line).to.match(/size=100 text=b'a+\.\.\.a+' <-/);
  });
});
