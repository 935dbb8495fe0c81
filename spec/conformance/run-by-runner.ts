// A Runner runs one coroutine after another, on one loop and in one context; closed, it runs no more.
import { ContextVar, copyContext, Runner, run, sleep } from 'yieldstar';
import { say } from './say';

const visits = new ContextVar('visits', { default: 0 });

function* visit(seconds: number) {
  visits.set(visits.get() + 1);
  yield* sleep(seconds);
  say('visit', visits.get());
  return visits.get();
}

function attempt(action: () => unknown): void {
  try {
    say('gave', action());
  } catch (error) {
    say(error);
  }
}

function* inside() {
  const coro = visit(1);
  attempt(() => runner.run(coro));
  attempt(() => run(coro));
  yield* coro;
}

const runner = new Runner();
attempt(() => runner.run(visit(1)));
attempt(() => runner.run(visit(2)));
attempt(() => runner.run(visit(1), { context: copyContext() }));
attempt(() => runner.run(inside()));
say('outside, visits are', visits.get(), '- the time is', runner.getLoop().time());
runner.close();
runner.close();
attempt(() => runner.getLoop());
