// Actors are greenlets of classes of their own: each has an inbox, and does one thing after another
// that is asked of it.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

class Actor extends gevent.Greenlet<string> {
  readonly inbox = new gevent.Queue<string>();

  constructor(readonly who: string) {
    super();
  }

  override async _run() {
    for await (const message of this.inbox) {
      say(this.who, 'is told', message);
      await this.receive(message);
    }
    return `${this.who} goes home`;
  }

  async receive(_message: string) {
    throw new ValueError(`${this.who} does not know what to do`);
  }
}

class Pinger extends Actor {
  override async receive() {
    await gevent.sleep(1);
    await ponger.inbox.put('ping');
  }
}

class Ponger extends Actor {
  override async receive() {
    await pinger.inbox.put('pong');
  }
}

class Waker extends gevent.Greenlet<void> {
  override *_run(seconds: number, text: string) {
    yield* gevent.sleep(seconds);
    say(text);
  }
}

const pinger: Pinger = Pinger.spawn('ann');
const ponger: Ponger = Ponger.spawnLater(1.5, 'bob');
const waker = Waker.spawn(undefined, 2.75, 'wake up');
pinger.inbox.put('begin');
say('has ended:', gevent.joinall([pinger, ponger, waker], { timeout: 3 }).length);
say('the loop is that of the hub:', waker.loop === gevent.getHub().loop);
for (const actor of [pinger, ponger]) actor.inbox.put(gevent.StopIteration);
say(gevent.joinall([pinger, ponger]).map((actor) => actor.get()));
const nobody = Actor.spawn('nobody');
nobody.inbox.put('to sing');
nobody.join();
say(nobody.constructor.name, nobody.successful(), nobody.args.length);
