import { expect } from 'chai';
import { printProgram } from '../../../fuzz/gevent/print-program';

describe('A program of greenlets, as it is shown,', () => {
  it('is a line a statement, with what is inside below', () => {
    const text = printProgram({
      sizes: [
        { on: 'pool0', size: 2 },
        { on: 'queue0', size: null },
      ],
      main: [
        { op: 'spawnLater', id: 1, delay: 0.5, body: [{ op: 'get', on: 'queue0', block: true, timeout: null }] },
        { op: 'spawnRaw', id: 2, body: [] },
        {
          op: 'try',
          body: [{ op: 'timeout', id: 3, delay: 1, instead: false, body: [{ op: 'switchTo', id: 4, body: [] }] }],
          catches: 'BaseException',
          handler: [{ op: 'killall', those: ['g1', 'raw2'], weapon: 'exit', block: false, timeout: 1 }],
        },
      ],
    });
    expect(text.split('\n')).to.deep.equal([
      'made with: pool0(2) queue0()',
      'main:',
      '    g1 = spawnLater(delay=0.5):',
      '        queue0.get()',
      '    raw2 = spawnRaw():',
      '        pass',
      '    try:',
      '        timeout3 = timeout(delay=1, instead=false):',
      '            inner4 = switchTo():',
      '                pass',
      '    except BaseException:',
      '        killall(those=[g1, raw2], weapon=exit, block=false, timeout=1)',
    ]);
  });
});
