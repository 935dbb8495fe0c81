/**
 * Player: goes on by itself, so many steps a second, to the end.
 *
 * Each step is waited for anew, so that a slow one delays the next instead of piling up.
 */

export class Player {
  private timer: number | undefined = undefined;

  /** `advance` goes a step on, and tells whether there is another; `changed` is told when playing begins and ends. */
  constructor(
    private readonly advance: () => boolean,
    private readonly stepsPerSecond: () => number,
    private readonly changed: (isPlaying: boolean) => void,
  ) {}

  get isPlaying(): boolean {
    return this.timer !== undefined;
  }

  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  pause(): void {
    if (!this.isPlaying) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.changed(false);
  }

  private play(): void {
    this.changed(true);
    this.goOn();
  }

  private goOn(): void {
    this.timer = window.setTimeout(() => this.goOn(), 1000 / this.stepsPerSecond());
    if (!this.advance()) this.pause();
  }
}
