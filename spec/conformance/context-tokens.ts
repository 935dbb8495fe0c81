// Setting a variable gives a token, which puts the old value back: once, and only where it was set.
import { ContextVar, copyContext, gather, run, sleep } from 'yieldstar';
import { say } from './say';

const depth = new ContextVar<number>('depth');

function attempt(action: () => unknown): void {
  try {
    say('got', action());
  } catch (error) {
    say((error as Error).name);
  }
}

function* nested(level: number): Generator<unknown, void, unknown> {
  const token = depth.set(level);
  if (level < 3) {
    yield* sleep(1);
    yield* nested(level + 1);
  }
  say('depth', depth.get());
  depth.reset(token);
}

function* main() {
  attempt(() => depth.get());
  attempt(() => depth.get(0));
  yield* gather([nested(1), nested(2)]);
  const token = depth.set(7);
  const copy = copyContext();
  attempt(() => copy.run(() => depth.reset(token)));
  depth.reset(token);
  attempt(() => depth.get());
  attempt(() => depth.reset(token));
  say('the copy has kept it:', copy.get(depth));
}

run(main());
