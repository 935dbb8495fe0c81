import { expect } from 'chai';
import { coroutine, EventLoop } from '../../lib';
import { callSites } from '../../lib/host/call-sites';
import type { Place } from '../../lib/trace/host';
import { Folder } from '../cli/spawn';
import { host, linesMarkedIn } from './chains';

const at = linesMarkedIn(__filename);

describe('NodeHost.whereNow', () => {
  const folder = new Folder();
  after(() => folder.remove());

  it('gives the innermost call of the program, where it is in the source', () => {
    function ask(): Place | undefined {
      return host.whereNow(); // ask
    }
    expect(ask()).to.deep.equal({ name: 'ask', file: __filename, line: at('ask'), column: 19 });
  });

  it('passes over the calls of the library, and of the host', () => {
    const asked: (Place | undefined)[] = [];
    class Asking extends EventLoop {}
    function main(): void {
      new Asking().runUntilComplete(ask()); // outer
      [1].map(host.whereNow.bind(host)).map((place) => asked.push(place)); // map
    }
    const ask = coroutine(function* ask() {
      asked.push(host.whereNow()); // inner
    });
    main();
    expect(asked.map((place) => `${place?.name}:${place?.line}`)).to.deep.equal([
      `ask:${at('inner')}`,
      `main:${at('map')}`,
    ]);
  });

  it('names async functions', () => {
    let place: Place | undefined;
    async function main(): Promise<void> {
      place = host.whereNow();
    }
    new EventLoop().runUntilComplete(main());
    expect(place?.name).to.equal('main');
  });

  it('names the top of a file as such', () => {
    const chains = JSON.stringify(require.resolve('./chains'));
    const file = folder.write('program.js', `const { host } = require(${chains});\nexports.place = host.whereNow();\n`);
    expect(require(file).place).to.deep.equal({ name: '<module>', file, line: 2, column: 22 });
  });
});

describe('callSites', () => {
  it('leaves traces as they are prepared elsewhere, and as long', () => {
    const { prepareStackTrace, stackTraceLimit } = Error;
    callSites(callSites);
    expect([Error.prepareStackTrace, Error.stackTraceLimit]).to.deep.equal([prepareStackTrace, stackTraceLimit]);
  });
});
