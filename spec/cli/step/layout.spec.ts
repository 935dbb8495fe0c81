import { expect } from 'chai';
import type { Extent } from '../../../lib/cli/step/extent';
import { LEAST, layOut, panelsOf } from '../../../lib/cli/step/layout';

describe('The layout', () => {
  const small: Extent = {
    ready: 2,
    timers: 2,
    tasks: 3,
    primitives: 1,
    hasAlarms: false,
    lines: 4,
    nameWidth: 6,
    timeWidth: 2,
  };
  const large: Extent = { ...small, ready: 900, timers: 900, tasks: 1000, primitives: 50, lines: 5000 };

  const heights = (columns: number, rows: number, extent: Extent): string[] =>
    layOut({ columns, rows }, extent).map(({ slots }) =>
      slots.map(({ name, height }) => `${name} ${height}`).join(', '),
    );

  it('has two columns, and one between them', () => {
    const [left, right] = layOut({ columns: 80, rows: 24 }, small);
    expect([left.width, right.width, left.width + 1 + right.width]).to.deep.equal([44, 35, 80]);
  });

  it('gives each panel its share, and none more than it will ever need', () => {
    expect(heights(80, 24, small)).to.deep.equal([
      'code 12, step 5, output 5',
      'ready 4, timers 3, tasks 4, task 8, primitives 3',
    ]);
  });

  it('gives more to lists that are long', () => {
    expect(heights(120, 40, large)).to.deep.equal([
      'code 19, step 8, output 11',
      'ready 6, timers 6, tasks 11, task 10, primitives 5',
    ]);
  });

  it('gives more to the step where something is wrong in the run', () => {
    expect(heights(80, 24, { ...small, hasAlarms: true })[0]).to.equal('code 9, step 8, output 5');
  });

  it('has no panel for what there never is', () => {
    expect(panelsOf({ ...small, timers: 0, primitives: 0 })).to.deep.equal([
      ...['code', 'step', 'output', 'ready'],
      ...['tasks', 'task'],
    ]);
    expect(heights(80, 24, { ...small, timers: 0, tasks: 0, primitives: 0 })[1]).to.equal('ready 22');
  });

  it('fills the window, whatever its size', () => {
    const wrong: string[] = [];
    for (let rows = LEAST.rows; rows < 70; rows++) {
      for (const extent of [small, large]) {
        for (const { slots } of layOut({ columns: 100, rows }, extent)) {
          const sum = slots.reduce((total, { height }) => total + height, 0);
          if (sum !== rows - 2) wrong.push(`${rows} rows: ${sum}`);
        }
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});
