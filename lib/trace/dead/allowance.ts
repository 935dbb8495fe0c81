/**
 * Allowance: how often something may be done that costs, so that it slows a run down by a fixed part at most.
 *
 * There is much to begin with, and some is earned as the run goes on. As long as there is much, it is
 * done at each step; the less is left, and the more it took, the longer until the next time:
 *
 *     steps to pause = cost * share / left, but no more than it takes to earn the cost again
 *
 * So a small program is looked at all the time, a large one now and then.
 */

export class Allowance {
  private pause = 0;

  /**
   * @param left what there is to begin with.
   * @param earned what each call of `earn` adds.
   * @param share as above.
   */
  constructor(
    private left: number,
    private readonly earned: number,
    private readonly share: number,
  ) {}

  /** Add what was earned. */
  earn(): void {
    this.left += this.earned;
  }

  /** Tell whether it may be done; to be asked once at each step where it might. */
  isTime(): boolean {
    this.pause -= 1;
    return this.pause < 0 && this.left > 0;
  }

  /** Take note that it was done, and what it took. */
  spend(cost: number): void {
    this.left -= cost;
    const pause = this.left > 0 ? (cost * this.share) / this.left : 0;
    this.pause = Math.floor(Math.min(pause, cost / this.earned));
  }
}
