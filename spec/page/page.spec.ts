/*
 * The page as a user has it: in a real browser. tour.js does what users do there, in a process
 * of its own, begun early; here it is compared with what there was to be seen.
 */

import { join } from 'node:path';
import { expect } from 'chai';
import { htmlOf } from '../../lib/cli/html-page';
import { begunEarly, command, Folder } from '../cli/spawn';
import { bigTrace } from './big-trace';
import { handTrace, step } from './hand-trace';
import { smallTrace } from './small-trace';

const { findChromium, HOW_TO_INSTALL } = require('../../tools/find-chromium.js');

const NASTY = '<img src=x onerror="window.hacked=1"></script><script>window.hacked=2</script>';
const LONG = 'x'.repeat(2000);
const NASTY_TRACE = handTrace([
  { type: 'task', task: 1, name: NASTY, coroutine: NASTY },
  { type: 'task', task: 2, name: LONG, coroutine: 'work' },
  ...step(1, 0, { type: 'resume', task: 1 }),
  ...step(2, 0, { type: 'output', stream: 'err', text: NASTY }),
]);

/** What the tour has noted, by its stops. */
// biome-ignore lint/suspicious/noExplicitAny: each stop notes what it likes
type Notes = Record<string, any>;

function tour(chromium: string): Promise<Notes> {
  const folder = new Folder();
  const pages = { small: smallTrace(), nasty: NASTY_TRACE, empty: handTrace([]), big: bigTrace(1000, 10) };
  for (const [name, trace] of Object.entries(pages)) folder.write(`${name}.html`, htmlOf(trace));
  return command(folder.path, process.execPath, join(__dirname, 'tour.js'), chromium, folder.path).then((ended) => {
    folder.remove();
    if (ended.status !== 0) throw new Error(`the tour failed:\n${ended.stderr}`);
    return JSON.parse(ended.stdout);
  });
}

describe('The page, in Chromium', () => {
  const chromium: string | undefined = findChromium();
  if (chromium === undefined) {
    it.skip(`is looked at where there is one: ${HOW_TO_INSTALL}`);
    return;
  }
  const noted = begunEarly(() => tour(chromium));
  let notes: Notes;

  before('take the tour', () =>
    noted().then((all) => {
      notes = all;
    }),
  );

  it('asks for nothing but itself, and complains of nothing', () => {
    const others = notes.requests.filter((url: string) => !/^file:.*\/(?:small|nasty|empty|big)\.html$/.test(url));
    expect([others, notes.errors]).to.deep.equal([[], []]);
  });

  describe('moves through the run', () => {
    it('by keys, both ways: a step, an iteration, to the ends and no further', () => {
      expect(notes.keys.last).to.equal(12);
      expect(notes.keys.steps).to.deep.equal([1, 2, 1, 12, 12, 11, 10, 11, 0, 0, 1]);
    });

    it('and shows the same each time that it comes to a step', () => {
      const [first, last, again] = notes.keys.tasks;
      expect(first).to.deep.equal(['is ready']);
      expect(last).to.deep.equal(['waits for ever: third', 'is done', 'is done', 'waits for ever: Lock 1']);
      expect(again).to.deep.equal(first);
    });

    it('by the slider, which says where it is, and by buttons', () => {
      expect(notes.slider).to.deep.equal({
        filled: 'step 4 of 12 · 1s · iteration 3',
        spoken: 'step 5 of 12, 1s',
        step: 3,
      });
    });

    it('by its address, and by the way back to an earlier one', () => {
      const { opened, written, reloaded, back } = notes.address;
      expect([opened, written, reloaded, back]).to.deep.equal([7, '#step=8', 8, 8]);
    });

    it('by a link at once, so that a key counts from there', () => {
      expect(notes.address.followed).to.equal('3');
    });

    it('by a link to where the address is still, after many keys', () => {
      expect(notes.address.held).to.equal(true);
    });

    it('by itself, until a key is pressed', () => {
      expect(notes.play).to.deep.equal(['Pause at 1', 'Pause at 2', 'Pause at 3', 'Play at 2']);
    });

    it('to a step or a time that is typed, and says so of what is neither', () => {
      const { steps, time, complaint } = notes.going;
      expect([steps, time]).to.deep.equal([[5, 11], 'step 11 of 12 · 2s · iteration 9']);
      expect(complaint).to.equal('That is neither a step, as 42, nor a time, as 2.5s.');
    });

    it('to where a text is found', () => {
      const { counts, steps } = notes.find;
      expect([counts, steps]).to.deep.equal([
        ['8 steps', 'not found'],
        [1, 3, 1],
      ]);
    });

    it('and keeps what was asked when the search is closed', () => {
      expect([notes.find.isOpen, notes.find.why]).to.deep.equal([false, 'Why?']);
    });

    it('but leaves to lists and buttons the keys that they know', () => {
      expect(notes.elsewhere).to.deep.equal({ steps: [12, 11, 10], focused: '2', kept: '2' });
    });
  });

  it('shows its help, with each key and what it does, and hides it', () => {
    expect(notes.going.help).to.equal(18);
  });

  it('knows its keys again as soon as a dialog is closed, though the focus is still in it', () => {
    expect(notes.going.isOpenAtOnce).to.equal(true);
  });

  describe('answers why', () => {
    it('whatever is clicked on', () => {
      expect(notes.why.asked).to.deep.equal({
        ready: 'A step of second was put in the ready queue at 1s',
        timers: 'The program set the timer bell() at 0s, until 99s',
        tasks: 'main was woken at 1s',
        primitives: 'first left the Lock at 1s, as <asyncio.locks.Lock object [unlocked]>',
        output: 'first wrote this at 0s, in main (app.ts:1)',
      });
      expect(notes.why.titles).to.deep.equal(['Step 5', ...Array(5).fill('Why?'), 'Step 5']);
    });

    it('with the chain of causes, each a link to its step, and back', () => {
      const { chain, chosen, led, back } = notes.why;
      expect(chain.slice(0, 2)).to.deep.equal([
        'first, for which main waited, ended at 1s',
        'The sleep of first was over at 1s',
      ]);
      expect(chosen).to.equal('✓first');
      expect([led, back]).to.deep.equal([{ step: 4, title: 'Why?', first: 'The sleep of first was over at 1s' }, 5]);
    });

    it('with the whole text of a deadlock', () => {
      expect(notes.why.text)
        .to.contain('third waits for <asyncio.locks.Lock')
        .and.to.contain('held by second, which is done');
    });

    it('of what lies in the lanes; a click on a step, or on the axis, goes there', () => {
      expect(notes.lanes).to.deep.equal({
        waiting: [
          'second waits for Lock 1, from 0s (step 3) to 1s (step 5)',
          'second began to wait at 0s, for the Lock, which first had, in locking (app.ts:30)',
          5,
        ],
        arrow: ['second was woken at 1s', 'first released the Lock, for which second waited, at 1s'],
        running: ['step 3: second', 3],
        axis: 0,
        name: '◇main',
      });
    });
  });

  describe('is light or dark', () => {
    const [LIGHT, DARK] = ['rgb(238, 241, 244)', 'rgb(13, 17, 23)'];

    it('as the system is, the canvas too, until it is switched; and stays so', () => {
      const { light, dark, canvas, switched, reloaded } = notes.look;
      expect([light[0], dark[0], canvas]).to.deep.equal([LIGHT, DARK, [15, 20, 26, 255]]);
      expect([switched, reloaded]).to.deep.equal([LIGHT, LIGHT]);
    });

    it('with a contrast of 4.5 and more for every text', () => {
      expect([notes.look.light[1], notes.look.dark[1]]).to.deep.equal([[], []]);
    });
  });

  describe('can be used without being seen', () => {
    it('has landmarks, and regions with names', () => {
      expect(notes.names.landmarks).to.deep.equal(['banner', 'main', 'complementary']);
      expect(notes.names.regions).to.deep.equal([
        'Tasks in time',
        'Source',
        'Task',
        'Tasks',
        'Ready queue',
        'Timers',
        'Locks and queues',
        'Output',
      ]);
    });

    it('has a name for all that can be pressed or filled in', () => {
      expect(notes.names.unnamed).to.deep.equal([]);
    });

    it('has the lanes as a tree, which tells of each task what it does', () => {
      expect(notes.names.lanes).to.deep.equal([
        "1 callbacks, which are no task's steps",
        '1 main: waits for second',
        '2 first: is done',
        '2 second: sleeps until 2s',
        '2 third: is not made yet',
      ]);
    });

    it('says each step', () => {
      expect(notes.names.announced).to.equal('Step 7 of 12, 1s. main went on at 1s, in main (app.ts:10)');
    });
  });

  it('fits on a narrow screen', () => {
    expect(notes.narrow).to.deep.equal({ tooWide: false, step: 7, lanes: 5 });
  });

  it('takes texts that look like HTML as texts, and long ones', () => {
    const { names, output, hacked, width } = notes.nasty;
    expect([names, output]).to.deep.equal([[NASTY, LONG], [NASTY]]);
    expect([hacked, width]).to.deep.equal([[null, 0], 1280]);
  });

  it('takes a trace in which nothing happened', () => {
    expect(notes.empty.where).to.equal('step 0 of 0 · 0s · iteration 0');
    expect(notes.empty.empty).to.include.members([
      'Nothing happened.',
      'There is no task.',
      'Nothing was written so far.',
    ]);
  });

  it('opens a trace of 100,000 events at once, steps through it without lag, and has little in the document', () => {
    const { opening, reading, step: stepping, elements, lanes } = notes.big;
    // A bound for a busy machine: an idle one takes a fraction.
    expect(opening).to.be.below(10_000);
    // On any machine: less than it takes to read all events.
    expect(stepping).to.be.below(reading);
    expect(elements).to.be.below(1000);
    expect(lanes).to.be.below(50);
  });
});
