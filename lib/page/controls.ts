/**
 * Controls: the buttons that move through the run, the slider, and what they show of where one is.
 *
 * Whoever moves by them stops the playing.
 */

import { shownTime } from '../trace/why/wording';
import { byId, setAttributes } from './element';
import { Player } from './player';
import type { RecordedRun } from './recorded-run';
import type { Scene, View } from './scene';
import type { Viewer } from './viewer';

export class Controls implements View {
  private readonly slider = byId<HTMLInputElement>('slider');
  private readonly follow = byId<HTMLInputElement>('follow');
  private readonly player: Player;

  constructor(
    private readonly viewer: Viewer,
    private readonly run: RecordedRun,
  ) {
    const speed = byId<HTMLSelectElement>('speed');
    this.player = new Player(
      () => this.playStep(),
      () => Number(speed.value),
      (isPlaying) => this.showPlaying(isPlaying),
    );
    this.slider.max = String(run.lastStep);
    this.slider.addEventListener('input', () => this.move(Number(this.slider.value)));
    this.follow.addEventListener('change', () => (this.follow.checked ? viewer.follow() : viewer.stay()));
    byId('hide-done').addEventListener('change', () => viewer.show());
    byId('why-close').addEventListener('click', () => viewer.dismiss());
    for (const [id, action] of Object.entries(this.actions)) byId(id).addEventListener('click', action);
  }

  /** What each button does, by its id. */
  readonly actions = {
    first: () => this.move(0),
    'back-iteration': () => this.move(this.run.previousIteration(this.viewer.step)),
    back: () => this.move(this.viewer.step - 1),
    play: () => this.player.toggle(),
    on: () => this.move(this.viewer.step + 1),
    'on-iteration': () => this.move(this.run.nextIteration(this.viewer.step)),
    last: () => this.move(this.run.lastStep),
  };

  show({ step, state, run }: Scene): void {
    this.slider.value = String(step);
    this.slider.setAttribute('aria-valuetext', `step ${step} of ${run.lastStep}, ${shownTime(state.time)}`);
    this.follow.checked = !this.viewer.isStaying;
    for (const id of ['first', 'back-iteration', 'back']) disable(id, step === 0);
    for (const id of ['last', 'on-iteration', 'on', 'play']) disable(id, step === run.lastStep);
    const loop = run.steps[step]?.loop ?? 1;
    const where = [
      `step ${step.toLocaleString('en')} of ${run.lastStep.toLocaleString('en')}`,
      shownTime(state.time),
      `iteration ${state.iteration.toLocaleString('en')}`,
      ...(loop > 1 ? [`loop ${loop}`] : []),
    ];
    byId('whereabouts').textContent = where.join(' · ');
  }

  private move(step: number): void {
    this.player.pause();
    this.viewer.goTo(step);
  }

  private playStep(): boolean {
    this.viewer.goTo(this.viewer.step + 1);
    return this.viewer.step < this.run.lastStep;
  }

  private showPlaying(isPlaying: boolean): void {
    const play = byId('play');
    setAttributes(play, { 'aria-pressed': String(isPlaying), 'aria-label': isPlaying ? 'Pause' : 'Play' });
    play.querySelector('use')?.setAttribute('href', isPlaying ? '#icon-pause' : '#icon-play');
  }
}

/** Not `disabled`: what is disabled loses the focus, and the next key goes nowhere. */
function disable(id: string, isDisabled: boolean): void {
  byId(id).setAttribute('aria-disabled', String(isDisabled));
}
