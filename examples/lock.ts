/*
 * A lock: one at a time.
 *
 * Tasks cannot interrupt each other, but at an `await` others run. What was read before it
 * may be out of date after it. Who holds the lock has nobody come in between.
 */

import { asyncWith, gather, getRunningLoop, Lock, run, sleep } from 'yieldstar';

let balance = 0;

async function deposit(amount: number) {
  const before = balance;
  await sleep(1); // the bank is slow; meanwhile the others read the same balance
  balance = before + amount;
  console.log(`${getRunningLoop().time()}s  ${before} + ${amount} = ${balance}`);
}

async function main() {
  console.log('Without a lock, two of three deposits are lost.');
  await gather([deposit(10), deposit(20), deposit(30)]);

  console.log('\nWith a lock they come one after another.');
  balance = 0;
  const lock = new Lock();
  const deposits = [10, 20, 30].map((amount) => asyncWith(lock, () => deposit(amount)));
  await gather(deposits);
}

run(main());
