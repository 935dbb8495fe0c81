// Plain JavaScript, compiled by nobody: V8 runs these async functions, on our loop.

const { asyncWith, coroutine, createTask, gather, getRunningLoop, run, sleep, timeout } = require('yieldstar');

const say = (text) => console.log(`${getRunningLoop().time()} ${text}`);

/** Called plainly, and awaited at once: it is a part of whoever calls it. */
async function cook(dish, minutes) {
  try {
    await sleep(minutes);
    return dish;
  } finally {
    say(`the stove is free of ${dish}`);
  }
}

/** Called for a task: `coroutine` has it begin when the task does, as in Python. */
const serve = coroutine(async function serve(dish, minutes) {
  say(`${await cook(dish, minutes)} is served`);
});

const main = coroutine(async function main() {
  await gather([serve('soup', 2), serve('rice', 1)]);

  const stew = createTask(serve('stew', 60));
  await sleep(1);
  stew.cancel();

  try {
    await asyncWith(timeout(5), async () => await cook('beans', 10));
  } catch (error) {
    say(error.name);
  }
  const [bread, jam] = await Promise.all([cook('bread', 3), cook('jam', 1)]);
  say(`${bread} and ${jam}`);
});

run(main());
