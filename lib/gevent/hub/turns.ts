/**
 * Turns: whose turn it is, that of a callback or that of a timer that is due.
 *
 * asyncio lets timers that are due join the end of the ready queue. gevent's loop runs callbacks
 * until there are none, those that they schedule included; only then come the timers, all that
 * are due, one after another; and then again callbacks. To greenlets that makes a difference
 * where a timer is due at once: `event.wait(0)` lets all run that can, until each of them waits.
 *
 * So a timer that comes too early gives way, until the next iteration; so it does when others are due
 * that this iteration is without, so that they come all together. It need not give way for ever: after many
 * callbacks it looks whether they have taken long. In virtual time they take none, however many they are: there
 * so many count as long.
 *
 * Counterpart: the order of ev_run, in libev, and loop._run_callbacks of gevent.
 */

/** How many callbacks are run before one looks how long they have taken: CALLBACK_CHECK_COUNT. */
const CHECK_COUNT = 50;

/** How long they may take, in seconds: sys.getswitchinterval(). */
const SWITCH_INTERVAL = 0.005;

/** How many take that long, about. */
const INTERVAL_COUNT = 5000;

/** What is asked of the loop. */
interface TimedLoop {
  time(): number;
  /** Whether timers are due that have not their turn in this iteration. */
  hasMoreDue(): boolean;
}

export class Turns {
  /** How many callbacks are scheduled. */
  private scheduled = 0;
  /** How many have been run since timers had their turn. */
  private run = 0;
  /** When the first of these was. */
  private since = 0;
  /** Whether the timers have their turn. */
  private areTimersOn = false;

  constructor(private readonly loop: TimedLoop) {}

  /** A callback is scheduled, */
  callbackScheduled(): void {
    this.scheduled += 1;
  }

  /** and is not to be run, */
  callbackStopped(): void {
    this.scheduled -= 1;
  }

  /** or has its turn. */
  callbackBegun(): void {
    this.scheduled -= 1;
    this.areTimersOn = false;
    if (this.run === 0) this.since = this.loop.time();
    this.run += 1;
  }

  /** Tell whether a timer that is due has its turn; otherwise it has to give way. */
  isTimersTurn(): boolean {
    if (this.areTimersOn) return true;
    if (this.loop.hasMoreDue() || (this.scheduled > 0 && !this.haveCallbacksTakenLong())) return false;
    this.areTimersOn = true;
    this.run = 0;
    return true;
  }

  private haveCallbacksTakenLong(): boolean {
    if (this.run >= INTERVAL_COUNT) return true;
    return this.run >= CHECK_COUNT && this.loop.time() >= this.since + SWITCH_INTERVAL;
  }
}
