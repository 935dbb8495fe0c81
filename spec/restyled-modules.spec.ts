import { join } from 'node:path';
import { expect } from 'chai';
import { EventLoop } from '../lib';
import type { Style } from '../tools/restyle';
import { RestyledModules } from './restyled-modules';
import { STYLES } from './sync/styles';

describe('A module in another style', () => {
  /** What a module exports that is loaded in `style`, and is `text` there. */
  const load = (style: Style, text: string) =>
    new RestyledModules(style, { anything: 'global' }).load(join(__dirname, 'queue', 'any.ts'), text) as {
      value: unknown;
    };

  it('has the async functions of V8 where it is to be native, and no others', () => {
    const text = 'export const value = Object.prototype.toString.call(async () => {});';
    expect(load('native', text).value).to.equal('[object AsyncFunction]');
    expect(load('compiled', text).value).to.equal('[object Function]');
  });

  it('shares the library with all others', () => {
    expect(load('native', "export { EventLoop as value } from '../../lib';").value).to.equal(EventLoop);
  });

  it('has modules of spec/ rewritten, too', () => {
    const { value } = load('native', "export { STYLES as value } from '../sync/styles';");
    expect(value).to.not.equal(STYLES);
  });

  it('is told its file, and what else is to be global', () => {
    expect(load('native', 'export const value = [__filename, anything];').value).to.deep.equal([
      join(__dirname, 'queue', 'any.ts'),
      'global',
    ]);
  });
});
