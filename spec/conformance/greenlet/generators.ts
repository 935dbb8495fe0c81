// Generators can be made of greenlets: the values go to whoever asks, from any depth.
import { getcurrent, greenlet } from 'yieldstar';
import { say } from './say';

type Func<A extends unknown[]> = (gen: Generator<A>, ...args: A) => Iterable<unknown>;

class Generator<A extends unknown[]> {
  private readonly args: A;
  readonly greenlet = greenlet(() => this.func(this, ...this.args));

  constructor(
    private readonly func: Func<A>,
    ...args: A
  ) {
    this.args = args;
  }

  *give(...values: unknown[]) {
    yield* this.greenlet.parent.switch(...values);
  }

  *list(): Iterable<unknown, unknown[]> {
    const values = [];
    for (;;) {
      this.greenlet.parent = getcurrent();
      const value = yield* this.greenlet.switch();
      if (this.greenlet.dead) return values;
      values.push(value);
    }
  }
}

function* count(gen: Generator<[number]>, n: number) {
  for (let i = 0; i < n; i++) yield* gen.give(i);
}

type Items = [number[], number[]];

function* permutations(gen: Generator<Items>, items: number[], soFar: number[]): Iterable<unknown> {
  if (items.length === 0) yield* gen.give(...soFar);
  for (const item of items) {
    const others = items.filter((each) => each !== item);
    yield* permutations(gen, others, [...soFar, item]);
  }
}

function* squares(gen: Generator<[]>) {
  for (const n of yield* new Generator(count, 4).list()) yield* gen.give((n as number) ** 2);
}

const main = greenlet(function* () {
  say('count:', yield* new Generator(count, 3).list());
  say('permutations:', yield* new Generator<Items>(permutations, [1, 2, 3], []).list());
  say('one made of another:', yield* new Generator(squares).list());
});
main.switch();
