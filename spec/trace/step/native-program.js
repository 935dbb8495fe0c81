/*
 * Native async functions, to be stepped through: two that wait for an event, and one that is cancelled.
 */

const { coroutine, createTask, currentTask, Event, gather, sleep } = require('../../../lib');

async function inner(event) {
  await event.wait(); // inner
  return currentTask().getName();
}

async function waits(event, delay) {
  await sleep(delay); // delay
  return await inner(event); // waits
}

async function endless() {
  try {
    await sleep(9); // endless
  } finally {
    await sleep(0); // cleaning
    console.log('cleaned');
  }
}

exports.program = coroutine(async function main() {
  const event = new Event();
  const tasks = ['a', 'b'].map((name, i) => createTask(waits(event, i), { name })); // waiting
  const doomed = createTask(endless(), { name: 'doomed' }); // doomed
  await sleep(2); // sleep
  doomed.cancel();
  event.set();
  return await gather([...tasks, doomed], { returnExceptions: true }); // gather
});
