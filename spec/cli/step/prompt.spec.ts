import { expect } from 'chai';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { View } from '../../../lib/cli/step/view';
import { sleepers } from './programs';
import { viewAfter } from './recorded';

describe('The prompt', () => {
  const timeline = new Timeline(sleepers());
  const viewFor = (keys: string): View => viewAfter(timeline, keys);
  const textAfter = (keys: string): string | undefined => viewFor(keys).prompt?.text;

  it('takes what is typed', () => {
    expect(textAfter('/ g o o space d 日 é')).to.equal('goo d日é');
  });

  it('is mended by Backspace, a whole character at a time, and emptied by Ctrl-U', () => {
    expect([textAfter('/ a b backspace'), textAfter('/ a 👍🏽 backspace'), textAfter('/ a b ctrl-u')]).to.deep.equal([
      ...['a', 'a', ''],
    ]);
  });

  it('passes over keys that type nothing', () => {
    expect(textAfter('/ a left home tab b')).to.equal('ab');
  });

  it('is left by Escape, and by Enter where nothing is typed', () => {
    expect([viewFor('g 3 escape').step, viewFor('g 3 escape').prompt, viewFor('g enter').message]).to.deep.equal([
      ...[0, undefined, ''],
    ]);
  });

  it('goes to a step, or to a time', () => {
    expect([viewFor('g 7 enter').step, viewFor('g 1 . 5 s enter').step]).to.deep.equal([7, 5]);
  });

  it('says in a sentence what was mistyped, and goes nowhere', () => {
    const { step, message, prompt } = viewFor('l g 9 9 enter');
    expect([step, message, prompt]).to.deep.equal([1, 'There is no step 99: the last is 9.', undefined]);
  });

  it('finds a word', () => {
    const { step, message } = viewFor('/ g o o d enter');
    expect([step, message]).to.deep.equal([5, 'Found "good" in step 5.']);
  });
});
