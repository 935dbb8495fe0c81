// Two trees are walked at the same time, each by a recursion of its own, to compare their leaves.
import { getcurrent, greenlet, type RawGreenlet } from 'yieldstar';
import { say } from './say';

const END = 'end';
type Tree = number | string | Tree[];

function* walk(tree: Tree): Iterable<unknown> {
  if (Array.isArray(tree)) {
    for (const branch of tree) yield* walk(branch);
  } else {
    say('at leaf', tree);
    yield* getcurrent().parent.switch(tree);
  }
}

function* leaves(tree: Tree) {
  yield* walk(tree);
  return END;
}

function sameFringe(left: Tree, right: Tree): boolean {
  const walkers: [RawGreenlet, Tree][] = [
    [greenlet(leaves), left],
    [greenlet(leaves), right],
  ];
  for (;;) {
    const [a, b] = walkers.map(([gr, tree]) => (gr.active ? gr.switch() : gr.switch(tree)));
    if (a !== b) return false;
    if (a === END) return true;
  }
}

say(
  sameFringe(
    [1, [2, [3, 4]]],
    [
      [1, 2],
      [[3], 4],
    ],
  ),
);
say(sameFringe([1, [2, 3]], [[1, 5], 3]));
say(sameFringe([1, [2]], [1, 2, [3]]));

function deep(depth: number): Tree {
  return depth === 0 ? ['x'] : [deep(depth - 1)];
}

say(sameFringe(deep(100), 'x'));
