import { expect } from 'chai';
import { createTask, gather, sleep } from '../../../lib';
import { columnsOf, type Line, textOf } from '../../../lib/cli/step/line';
import { drawScreen } from '../../../lib/cli/step/screen';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { Trace } from '../../../lib/trace/trace-event';
import { lockers, sleepers, unlucky } from './programs';
import { recorded, screenAfter, viewAfter } from './recorded';

/** A screen, as it is written down here: with a line above and a line below that it has not. */
function screen(text: string): string {
  return text.slice(1, -1);
}

describe('The screen, in a window of any size,', () => {
  it('works in a small window', () => {
    expect(screenAfter(lockers(), 'l*6', { size: { columns: 60, rows: 20 } })).to.equal(
      screen(`
 app.ts   step  6 of 12   1s   iteration  5   ▶ bob
━ app.ts:4 · bob ━━━━━━━ 1–8/13 ━┬─ ready 1 ────────────────
   1 function* deposit(amount: n…│▶ bob  deposit
▷  2   yield* asyncWith(lock, fu…│  childDone()
   3     const before = balance; ├─ timers 1 ───────────────
▶  4     yield* sleep(1);   ◂ bob│+ 2s  sleep of bob
   5     balance = before + amou…├─ tasks 3 ────────────────
   6     yield* queue.put(balanc…│  main  waits  gather
   7   });                       │  ann   done
   8 }                           │▶ bob   waits  sleep unti…
─ this step ─────────────────────┼─ bob · deposit ──────────
▶ bob went on                    │  waits for sleep until 2s
  acquired Lock 1                │  deposit  app.ts:4
  waits for sleep until 2s       │    amount = 20
                                 │•   before = 10
─ output 0 ──────────────────────┤  made by main
                                 ├─ locks and queues 2 ─────
                                 │• Lock 1  held by bob
                                 │  Queue 2  1 of 2 items: …
 ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to
`),
    );
  });

  it('grows with the window', () => {
    expect(screenAfter(unlucky(), 'l*7', { size: { columns: 100, rows: 30 } })).to.equal(
      screen(`
 app.ts   step 7 of 8   2s   iteration 6   ▶ main
━ app.ts:12 · main ━━━━━━━━━━━━━━━━━━━━━━━━━━ 3–13/13 ━┬─ ready 1 ──────────────────────────────────
   3   throw new ValueError('no good');                │▶ main  main
   4 }                                                 │+ patient  Event.wait
   5                                                   │
   6 function* main() {                                ├─ timers 0 ─────────────────────────────────
   7   const event = new Event();                      │
   8   createTask(failing());                          │
   9   const patient = createTask(event.wait());       ├─ tasks 3 ──────────────────────────────────
▷ 10   yield* sleep(2);                                │▶ main     waits  Event 1
  11   patient.cancel('too late');                     │  failing  raised ValueError: no good
▶ 12   yield* event.wait();                      ◂ main│• patient  ready
  13 }                                                 ├─ main · main ──────────────────────────────
─ this step ───────────────────────────────────────────┤  waits for Event 1
▶ main went on                                         │  main  app.ts:12
  asked patient to end: too late                       │
  woke patient                                         │
  waits for Event 1                                    │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
─ output 1 ────────────────────────────────────────────┤
! no      good ␛[2J                                    ├─ locks and queues 1 ───────────────────────
                                                       │• Event 1  unset
                                                       │    in line: patient, main
 ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to  / find  Tab panel  Space play
`),
    );
  });

  it('shows one panel alone, with its lines whole', () => {
    expect(screenAfter(unlucky(), 'end tab enter', { size: { columns: 60, rows: 20 } })).to.equal(
      screen(`
 app.ts   step 8 of 8   2s   iteration 7   ▶ patient
━ this step ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
▶ patient went on, with its cancellation: CancelledError:
    too late
  is cancelled
! nothing is ready and nothing is scheduled, but 1 task is
    not done:
    main waits for <asyncio.locks.Event object [unset,
      waiters:1]> in unluckyMain (app.ts)
  the loop was closed
! main: Task was destroyed but it is pending!
! failing: Task exception was never retrieved
! the program failed: DeadlockError: nothing is ready and
    nothing is scheduled, but 1 task is not done:
    main waits for <asyncio.locks.Event object [unset,
      waiters:1]> in unluckyMain (app.ts)



 ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to
`),
    );
  });

  it('tells why something happened', () => {
    expect(screenAfter(sleepers(), 'l*5 w', { size: { columns: 60, rows: 20 } })).to.equal(
      screen(`
 app.ts   step 5 of 9   1s   iteration 4   ▶ one
━ why? ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
 ›step 5  one went on at 1s, in hello (app.ts:5)
  step 4  The sleep of one was over at 1s
  step 2  one went to sleep at 0s, until 1s, in hello
    (app.ts:5)
  step 1  main made one at 0s
  step 0  The program made main at 0s











 ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to
`),
    );
  });

  it('says how much it needs, where that is too little', () => {
    expect(screenAfter(sleepers(), '', { size: { columns: 40, rows: 5 } })).to.equal(
      screen(`
This window has 40 columns and 5 rows.
  Stepping needs 60 and 20. q leaves.



`),
    );
  });

  it('is as wide and as high as that, whatever the program has in its names, texts and variables', () => {
    const strange = recorded("\t// 数を数える 🎉 e\u0301 \x1b[2J\n日本語'👨‍👩‍👧‍👦'", function* (narrator) {
      const name = 'タスク\x1b[2J\n👍🏽';
      narrator.say('家族 👨‍👩‍👧‍👦\t\x1b[31mred\x07 \u202eabc \u0301 x'.repeat(9));
      const child = createTask(sleep(1, '結果'.repeat(99)), { name });
      narrator.at('数える', 1, { 家族: '👨‍👩‍👧‍👦'.repeat(50), evil: '\x1bc' });
      yield* gather([child]);
    });
    const wrong = [sleepers(), lockers(), unlucky(), strange].flatMap((trace) => wrongLines(trace));
    expect(wrong).to.deep.equal([]);
  });
});

/** The lines, at any step, in windows of some sizes, that are not as wide as the window, or command the terminal. */
function wrongLines(trace: Trace): string[] {
  const timeline = new Timeline(trace);
  const sizes = [60, 133].map((columns) => ({ columns, rows: Math.round(columns / 3) }));
  return sizes.flatMap((size) =>
    ['', 'tab*2 enter', 'w'].flatMap((keys) => {
      const lines: Line[] = [];
      for (let step = 0; step <= timeline.lastStep; step++) {
        lines.push(...drawScreen(timeline, viewAfter(timeline, keys, { size, step })));
      }
      const isWrong = (line: Line): boolean => columnsOf(line) !== size.columns || /\p{Cc}/u.test(textOf(line));
      return [...lines.filter(isWrong).map(textOf), ...(lines.length % size.rows === 0 ? [] : ['not as high'])];
    }),
  );
}
