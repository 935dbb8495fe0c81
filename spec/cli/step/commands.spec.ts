import { expect } from 'chai';
import { playOn } from '../../../lib/cli/step/commands';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { View } from '../../../lib/cli/step/view';
import { lockers, sleepers } from './programs';
import { taskCalled, viewAfter } from './recorded';

describe('A key', () => {
  const timeline = new Timeline(sleepers());
  const viewFor = (keys: string, view?: Partial<View>): View => viewAfter(timeline, keys, view);
  const stepsAfter = (...keys: string[]): number[] => keys.map((each) => viewFor(each).step);

  describe('that moves along the run', () => {
    it('goes a step on, or a step back', () => {
      expect(stepsAfter('right', 'l l', 'l*5 left', 'l*5 h h')).to.deep.equal([1, 2, 4, 3]);
    });

    it('goes to the end of the iteration, or back to the end of the one before', () => {
      expect(stepsAfter('down', 'down*2', 'down*2 up')).to.deep.equal([1, 3, 1]);
    });

    it('goes to the first step or the last', () => {
      expect(stepsAfter('end', 'end home')).to.deep.equal([9, 0]);
    });

    it('says so where there is nothing further', () => {
      expect([viewFor('left').message, viewFor('end right').message, viewFor('end down').message]).to.deep.equal([
        'Nothing has run yet: there is no way back.',
        'This is the last step.',
        'This is the last step.',
      ]);
    });

    it('leaves no row chosen, but the task', () => {
      expect(viewFor('l*3 t j tab tab j l').cursors).to.deep.equal({ tasks: 2 });
    });
  });

  describe('that looks around', () => {
    it('goes from panel to panel, past those that there are not', () => {
      const focused = ['', 'tab', 'tab*3', 'tab*7', 'shift-tab'].map((keys) => viewFor(keys).focus);
      expect(focused).to.deep.equal(['code', 'step', 'ready', 'code', 'task']);
    });

    it('chooses a row, beginning with the one that is in sight anyway', () => {
      expect(viewFor('l*3 t k').cursors).to.deep.equal({ tasks: 1 });
      expect(viewFor('l*3 j').cursors).to.deep.equal({ code: 5 });
    });

    it('chooses none beyond the first or the last', () => {
      expect([viewFor('page-up').cursors, viewFor('page-down*9').cursors]).to.deep.equal([{ code: 0 }, { code: 15 }]);
    });

    it('shows the panel alone, and all of them again', () => {
      expect([viewFor('enter').isAlone, viewFor('enter enter').isAlone, viewFor('enter escape').isAlone]).to.deep.equal(
        [...[true, false], false],
      );
    });

    it('takes the choice back', () => {
      expect(viewFor('l*3 t j escape').cursors).to.deep.equal({});
    });

    it('opens the help, and closes it', () => {
      expect([viewFor('?').sheet, viewFor('? ?').sheet, viewFor('? q').sheet, viewFor('? escape').sheet]).to.deep.equal(
        ['help', ...[undefined, undefined, undefined]],
      );
    });
  });

  describe('that asks why', () => {
    const resumed = (step: number): number | undefined =>
      timeline.at(step).events.find(({ type }) => type === 'resume')?.n;

    it('asks about what ran', () => {
      const view = viewFor('l*5 w');
      expect([view.sheet, view.asked]).to.deep.equal(['why', resumed(5)]);
    });

    it('asks about the row that was chosen', () => {
      expect(viewFor('l*3 t k w').asked).to.equal(taskCalled('one', timeline.at(3))?.event);
    });

    it('goes to a cause', () => {
      expect([viewFor('l*5 w enter').step, viewFor('l*5 w down enter').step]).to.deep.equal([5, 4]);
    });

    it('asks about a cause', () => {
      expect(viewFor('l*5 w j*2 w').asked).to.be.lessThan(resumed(5) ?? 0);
    });

    it('says so where nothing has happened', () => {
      const { sheet, message } = viewFor('w');
      expect([sheet, message]).to.deep.equal([undefined, 'Nothing has run yet, and no row is chosen.']);
    });
  });

  describe('that plays', () => {
    it('begins to, and pauses', () => {
      expect([viewFor('space').isPlaying, viewFor('space space').isPlaying]).to.deep.equal([true, false]);
    });

    it('does not at the last step', () => {
      const { isPlaying, message } = viewFor('end space');
      expect([isPlaying, message]).to.deep.equal([false, 'This is the last step.']);
    });

    it('pauses for one that moves', () => {
      expect(viewFor('space l').isPlaying).to.equal(false);
    });
  });

  describe('that ends it', () => {
    it('is q, or Ctrl-C, which does it anywhere', () => {
      expect([
        viewFor('q').isOver,
        viewFor('ctrl-c').isOver,
        viewFor('? ctrl-c').isOver,
        viewFor('/ ctrl-c').isOver,
      ]).to.deep.equal([true, true, true, true]);
    });

    it('is only typed where something is typed', () => {
      const { isOver, prompt } = viewFor('/ q');
      expect([isOver, prompt?.text]).to.deep.equal([false, 'q']);
    });
  });

  it('that stands for nothing changes nothing but that the message goes', () => {
    expect(viewFor('left x')).to.deep.equal(viewFor(''));
  });
});

describe('A run that is played', () => {
  it('goes on by a step at a time, and pauses at the last', () => {
    const timeline = new Timeline(lockers());
    const first = viewAfter(timeline, 'end left left space');
    const second = playOn(first, timeline);
    const third = playOn(second, timeline);
    expect([second, third].map(({ step, isPlaying }) => [step, isPlaying])).to.deep.equal([
      [11, true],
      [12, false],
    ]);
  });
});
