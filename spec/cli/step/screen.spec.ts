import { expect } from 'chai';
import { lockers, sleepers, unlucky } from './programs';
import { screenAfter } from './recorded';

/** A screen, as it is written down here: with a line above and a line below that it has not. */
function screen(text: string): string {
  return text.slice(1, -1);
}

describe('The screen', () => {
  it('shows what ran, where it is, what is ready, what sleeps, and how each task is', () => {
    expect(screenAfter(sleepers(), 'l*3')).to.equal(
      screen(`
 app.ts   step 3 of 9   0s   iteration 2   ▶ two
━ app.ts:5 · two ━━━━━━━━━━━━━━━━━ 1–11/16 ━┬─ ready 0 ─────────────────────────
   1 import { createTask, run, sleep } from…│▶ two  hello
   2                                        │
   3 function* hello(n: number) {           │
   4   console.log('hello', n);             ├─ timers 2 ────────────────────────
▶  5   yield* sleep(n);           ◂ one, two│  1s  sleep of one
   6   console.log('goodbye', n);           │+ 2s  sleep of two
   7   return n;                            ├─ tasks 3 ─────────────────────────
   8 }                                      │  main  waits  two
   9                                        │  one   waits  sleep until 1s
  10 function* main() {                     │▶ two   waits  sleep until 2s
  11   const [one, two] = [hello(1), hello(…├─ two · hello ─────────────────────
─ this step ────────────────────────────────┤  waits for sleep until 2s
▶ two began                                 │  hello  app.ts:5
  wrote: hello 2                            │    n = 2
  waits for sleep until 2s                  │  made by main
                                            │
─ output 2 ─────────────────────────────────┤
  hello 1                                   │
+ hello 2                                   │
                                            │
                                            │
 ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to  / find  Tab panel
`),
    );
  });

  it('shows who holds a lock, and who stands in line', () => {
    expect(screenAfter(lockers(), 'l*3')).to.equal(
      screen(`
 app.ts   step  3 of 12   0s   iteration  2   ▶ bob
━ app.ts:2 · bob ━━━━━━━━━━━━━━━━━ 1–12/13 ━┬─ ready 0 ─────────────────────────
   1 function* deposit(amount: number) {    │▶ bob  deposit
▶  2   yield* asyncWith(lock, functio… ◂ bob│
   3     const before = balance;            │
   4     yield* sleep(1);              ◂ ann├─ timers 1 ────────────────────────
   5     balance = before + amount;         │  1s  sleep of ann
   6     yield* queue.put(balance);         ├─ tasks 3 ─────────────────────────
   7   });                                  │  main  waits  gather
   8 }                                      │  ann   waits  sleep until 1s
   9                                        │▶ bob   waits  Lock 1
  10 function* main() {                     ├─ bob · deposit ───────────────────
  11   const [ann, bob] = [10, 20].map((n) …│  waits for Lock 1
  12   yield* gather([ann, bob]);     ◂ main│  deposit  app.ts:2
─ this step ────────────────────────────────┤    amount = 20
▶ bob began                                 │  made by main
  waits for Lock 1                          │
                                            │
                                            │
─ output 0 ─────────────────────────────────┼─ locks and queues 1 ──────────────
                                            │• Lock 1  held by ann
                                            │    in line: bob
                                            │
 ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to  / find  Tab panel
`),
    );
  });

  it('shows what went wrong, and which tasks will never go on', () => {
    expect(screenAfter(unlucky(), 'end')).to.equal(
      screen(`
 app.ts   step 8 of 8   2s   iteration 7   ▶ patient
━ app.ts ━━━━━━━━━━━━━━━━━━━━━━━━━━ 1–8/13 ━┬─ ready 0 ─────────────────────────
   1 function* failing() {                  │▶ patient  Event.wait
   2   yield* sleep(1);                     │
   3   throw new ValueError('no good');     │
   4 }                                      ├─ timers 0 ────────────────────────
   5                                        │
   6 function* main() {                     │
   7   const event = new Event();           ├─ tasks 3 ─────────────────────────
   8   createTask(failing());               │  main     stuck  Event 1
─ this step ──────────────────────── 1–4/9 ─┤  failing  raised ValueError: no g…
▶ patient went on, with its cancellation:   │▶ patient  cancelled
    CancelledError: too late                ├─ patient · Event.wait ────────────
  is cancelled                              │  cancelled, asked once to end
! nothing is ready and nothing is           │  made by main
    scheduled, but 1 task is not done:      │
    main waits for <asyncio.locks.Event     │
      object [unset, waiters:1]> in         │
      unluckyMain (app.ts)                  │
─ output 1 ─────────────────────────────────┤
! no      good ␛[2J                         ├─ locks and queues 1 ──────────────
                                            │• Event 1  unset
                                            │    in line: main
 ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to  / find  Tab panel
`),
    );
  });

  it('shows the chosen task with its code, though another has run', () => {
    expect(screenAfter(lockers(), 'l*3 t k')).to.equal(
      screen(`
 app.ts   step  3 of 12   0s   iteration  2   ▶ bob
─ app.ts:4 · ann ───────────────── 1–12/13 ─┬─ ready 0 ─────────────────────────
   1 function* deposit(amount: number) {    │▶ bob  deposit
   2   yield* asyncWith(lock, functio… ◂ bob│
   3     const before = balance;            │
   4     yield* sleep(1);              ◂ ann├─ timers 1 ────────────────────────
   5     balance = before + amount;         │  1s  sleep of ann
   6     yield* queue.put(balance);         ├━ tasks 3 ━━━━━━━━━━━━━━━━━━━━━━━━━
   7   });                                  │  main  waits  gather
   8 }                                      │ ›ann   waits  sleep until 1s
   9                                        │▶ bob   waits  Lock 1
  10 function* main() {                     ├─ ann · deposit ───────────────────
  11   const [ann, bob] = [10, 20].map((n) …│  waits for sleep until 1s
  12   yield* gather([ann, bob]);     ◂ main│  deposit  app.ts:4
─ this step ────────────────────────────────┤    amount = 10
▶ bob began                                 │    before = 0
  waits for Lock 1                          │  made by main
                                            │
                                            │
─ output 0 ─────────────────────────────────┼─ locks and queues 1 ──────────────
                                            │• Lock 1  held by ann
                                            │    in line: bob
                                            │
 ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to  / find  Tab panel
`),
    );
  });
});
