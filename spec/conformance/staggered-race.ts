// A race with staggered starts: the next begins when the one before has failed, or has taken too long.
// The first to succeed wins; the others are cancelled.
import { currentTask, run, sleep, staggeredRace, ValueError } from 'yieldstar';
import { say } from './say';

function connect(name: string, seconds: number, fails = false) {
  return function* attempt() {
    currentTask()?.setName(name);
    say('begins');
    try {
      yield* sleep(seconds);
    } catch (error) {
      say('is cancelled');
      throw error;
    }
    if (fails) {
      say('fails');
      throw new ValueError('refused');
    }
    say('succeeds');
    return `the page from ${name}`;
  };
}

function* main() {
  say(yield* staggeredRace([connect('a', 0.5, true), connect('b', 9), connect('c', 1), connect('d', 1)], 1.5));
  say(yield* staggeredRace([connect('e', 1, true), connect('f', 1, true)], null));
  say(yield* staggeredRace([], 1));
}

run(main());
