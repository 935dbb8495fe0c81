import { expect } from 'chai';
import { getcurrent, greenlet, type RawGreenlet } from '../../lib';
import { type GreenletObserver, observeGreenlets, type Passed } from '../../lib/greenlet/greenlet-observer';
import { thrownBy } from '../support';

describe('An observer of greenlets', () => {
  const main = getcurrent();

  /** What it is told meanwhile. */
  function observed(action: () => unknown): unknown[][] {
    const told: unknown[][] = [];
    const observer: GreenletObserver = {
      greenletCreated: (greenlet) => told.push(['created', (greenlet as RawGreenlet).kind, greenlet]),
      switched: (from, to, passed) => told.push(['switched', from, to, passed]),
      killed: (greenlet, exception) => told.push(['killed', greenlet, exception]),
      greenletDied: (greenlet, outcome: Passed) => told.push(['died', greenlet, outcome]),
    };
    const before = observeGreenlets(observer);
    action();
    expect(observeGreenlets(before)).to.equal(observer);
    return told;
  }

  it('is told that one was made, of what each switch brings, and that one has died', () => {
    let gr = main;
    const told = observed(() => {
      gr = greenlet(() => 'result');
      gr.switch(1, 2);
    });
    expect(told).to.deep.equal([
      ['created', 'greenlet', gr],
      ['switched', main, gr, { value: [1, 2] }],
      ['died', gr, { value: 'result' }],
      ['switched', gr, main, { value: 'result' }],
    ]);
  });

  it('is told of the error that a greenlet dies of', () => {
    const error = new Error('failed');
    const gr = greenlet(() => {
      throw error;
    });
    expect(observed(() => thrownBy(() => gr.switch()))).to.deep.equal([
      ['switched', main, gr, { value: undefined }],
      ['died', gr, { error }],
      ['switched', gr, main, { error }],
    ]);
  });

  it('is told who goes on indeed, where the greenlet switched to is dead', () => {
    const gr = greenlet(() => {});
    gr.switch();
    expect(observed(() => gr.switch('to the dead'))).to.deep.equal([
      ['switched', main, main, { value: 'to the dead' }],
    ]);
  });
});
