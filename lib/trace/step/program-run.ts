/**
 * ProgramRun: one run of a program, from its beginning, a step at a time.
 *
 * The program is a function that gives what the loop is to run. Each run has a loop of its own,
 * and what else begins anew with a process: the first task is Task-1, and the context is what it
 * was before the first run. All that happens is recorded; what the program writes is kept, and
 * not written.
 *
 * A run that follows another is compared with it, event by event. What happens while the program
 * is not at work was done by hand, between two steps, and will not be done again: from there on
 * a run goes its own way.
 */

import type { Context } from '../../context/context';
import type { AwaitableLike } from '../../coroutine/awaitable';
import type { Future } from '../../future/future';
import { retrieveException } from '../../future/outcome';
import { withEventLoop } from '../../future/running-loop';
import { type GreenletObserver, observeGreenlets } from '../../greenlet/greenlet-observer';
import { EventLoop } from '../../loop/event-loop';
import type { EventLoopOptions } from '../../loop/scheduling-loop';
import { patchedWaiting, patchWaiting } from '../../stdlib/waiting';
import { ensureFuture } from '../../task/ensure-future';
import { lastTaskNumber, restartTaskNumbers } from '../../task/task-name';
import type { Host } from '../host';
import { Recorder } from '../record/recorder';
import type { EarlierRun } from '../record/repetition';

/** A program: given the loop, it gives what the loop is to run until it is done. */
export type Program<T> = (loop: EventLoop) => AwaitableLike<T>;

/** What is the same in every run of a program. */
export interface RunSettings<T> {
  readonly program: Program<T>;
  /** Makes the options of each run's loop; each run needs a clock of its own. */
  readonly loopOptions: () => EventLoopOptions;
  readonly host: Host | undefined;
  /** Each run has a copy. */
  readonly context: Context;
}

/** Where something was done by hand: how many handles had been run, and what happened up to there. */
interface Change {
  readonly position: number;
  readonly before: EarlierRun;
}

export class ProgramRun<T> {
  readonly loop: EventLoop;
  /** What the loop runs until it is done. */
  readonly main: Future<T>;
  readonly recorder: Recorder;
  private readonly greenlets: GreenletObserver;
  private readonly host: Host | undefined;
  /** The number that the last task was given that has no name of its own. */
  private taskNumber = 0;
  /** How blocking calls wait, which the program may change. */
  private waiting = patchedWaiting();
  /** How many events there were when the program was last at work. */
  private recorded = 0;
  /** The first thing that was done by hand. */
  private change: Change | undefined = undefined;
  private over = false;

  /** @param earlier the run that this one is to repeat. */
  constructor({ program, loopOptions, host, context }: RunSettings<T>, earlier?: EarlierRun) {
    this.host = host;
    this.recorder = new Recorder({ earlier, findDeadTasks: false });
    this.greenlets = this.recorder.watchGreenlets({ onLoopsOnly: true });
    this.loop = new EventLoop(loopOptions());
    this.loop.observer = this.recorder.watch(this.loop);
    this.main = this.work(() => context.copy().run(() => this.begin(program)));
  }

  private begin(program: Program<T>): Future<T> {
    const main = withEventLoop(this.loop, () => ensureFuture(program(this.loop), { loop: this.loop })) as Future<T>;
    main.addDoneCallback(stopLoop);
    return main;
  }

  /**
   * Run one handle. Gives false when the program is over.
   *
   * @throws what leaves the loop; DeadlockError.
   */
  step(): boolean {
    this.over ||= !this.work(() => this.loop.step());
    if (this.over) this.recorder.repetition.ended(this.recorder.events.length);
    return !this.over;
  }

  /** Run the handles that were run before, up to `position`, as long as all is as it was. */
  repeat(position: number): void {
    const { recorder } = this;
    this.work(() => {
      while (recorder.steps < position && !recorder.repetition.isBroken()) {
        if (!this.repeatStep()) return recorder.repetition.ended(recorder.events.length);
      }
    });
  }

  /** Run one handle, and give whether there was one. Of what leaves the loop, whoever was here first was told. */
  private repeatStep(): boolean {
    const before = this.recorder.steps;
    try {
      this.loop.step();
    } catch {}
    return this.recorder.steps > before;
  }

  /** Close the loop. As the program does not do it, it is done by hand. */
  close(): void {
    this.isolated(() => this.loop.close());
  }

  /** Give what a run up to `position` is to repeat. */
  runToRepeat(position: number): EarlierRun {
    this.noteChange();
    const { change, over } = this;
    if (change !== undefined && position <= change.position) return change.before;
    const { events, repetition } = this.recorder;
    return repetition.earlierBeyond(events.length) ?? { events, isOver: over };
  }

  /** Let the program do `work`. */
  private work<R>(work: () => R): R {
    this.noteChange();
    try {
      return this.isolated(work);
    } finally {
      this.recorded = this.recorder.events.length;
    }
  }

  private noteChange(): void {
    const { events, repetition, steps } = this.recorder;
    if (events.length === this.recorded) return;
    this.change ??= { position: steps, before: { events: events.slice(0, this.recorded), isOver: this.over } };
    repetition.breakOff();
  }

  /** Do `work` with what is the program's own: its output, its greenlets, how it waits, and the numbers of its tasks. */
  private isolated<R>(work: () => R): R {
    this.host?.watch();
    const stop = this.host?.captureOutput((stream, text) => this.recorder.wrote(stream, text));
    const outside = lastTaskNumber();
    restartTaskNumbers(this.taskNumber);
    const watchedBy = observeGreenlets(this.greenlets);
    const waitingOutside = patchedWaiting();
    patchWaiting(this.waiting);
    try {
      return work();
    } finally {
      this.waiting = patchedWaiting();
      patchWaiting(waitingOutside);
      observeGreenlets(watchedBy);
      this.taskNumber = lastTaskNumber();
      restartTaskNumbers(outside);
      stop?.();
      this.host?.unwatch();
    }
  }
}

/** Let the loop of `main` stop: its iteration is the last. How it ended, whoever asks for it is told. */
function stopLoop(main: Future): void {
  retrieveException(main);
  (main.getLoop() as EventLoop).stop();
}
