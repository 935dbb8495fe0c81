import { expect } from 'chai';
import { coroutine, sleep } from '../../../lib';
import { taskPanel } from '../../../lib/cli/step/task-panel';
import { Timeline } from '../../../lib/cli/step/timeline';
import { lockers, sleepers, unlucky } from './programs';
import { contentText, placeAt, recorded } from './recorded';

describe('The panel of one task', () => {
  const shown = (timeline: Timeline, step: number): string[] => {
    const moment = timeline.at(step);
    return contentText(taskPanel(moment, moment.runner));
  };

  it('tells what it waits for, where, with its variables, and who made it', () => {
    expect(shown(new Timeline(sleepers()), 3)).to.deep.equal([
      'two · hello',
      '  waits for sleep until 2s',
      '  hello  app.ts:5',
      '    n = 2',
      '  made by main',
    ]);
  });

  it('marks a variable that has changed since it waited last', () => {
    expect(shown(new Timeline(lockers()), 6)).to.deep.equal([
      'bob · deposit',
      '  waits for sleep until 2s',
      '  deposit  app.ts:4',
      '    amount = 20',
      '•   before = 10',
      '  made by main',
    ]);
  });

  it('has all the calls by which it waits, the innermost first', () => {
    const main = coroutine(function* main() {
      yield* sleep(1);
    });
    const trace = recorded('', (narrator) => {
      narrator.at('inner', 9, { n: 1 }, placeAt('main', 3, { all: '[]' }), placeAt('outer', 6));
      return main();
    });
    expect(shown(new Timeline(trace), 1)).to.deep.equal([
      'main · main',
      '  waits for sleep until 1s',
      '  inner  app.ts:9',
      '    n = 1',
      '  outer  app.ts:6',
      '  main  app.ts:3',
      '    all = []',
    ]);
  });

  it('says so where the variables of a call cannot be had', () => {
    const main = coroutine(function* main() {
      yield* sleep(1);
    });
    const trace = recorded('', (narrator) => {
      narrator.at('inner', 9, { n: 1 }, { ...placeAt('main', 3), variables: undefined });
      return main();
    });
    expect(shown(new Timeline(trace), 1).slice(2)).to.deep.equal([
      '  inner  app.ts:9',
      '    n = 1',
      '  main  app.ts:3',
      '  some variables are not known',
    ]);
  });

  it('tells how it ended', () => {
    expect(shown(new Timeline(unlucky()), 5)).to.deep.equal([
      'failing · failing',
      '  raised: ValueError: no good',
      '  made by main',
    ]);
  });

  it('tells how often it was asked to end', () => {
    expect(shown(new Timeline(unlucky()), 8)[1]).to.equal('  cancelled, asked once to end');
  });

  it('says before the first step that there is none', () => {
    expect(shown(new Timeline(sleepers()), 0)).to.deep.equal(['task', '  no task has run yet']);
  });
});
