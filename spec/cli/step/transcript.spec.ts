import { expect } from 'chai';
import { Transcript } from '../../../lib/cli/step/transcript';
import type { OutputEvent } from '../../../lib/trace/event/program-events';

describe('The transcript of what a program writes', () => {
  const wrote = (n: number, text: string, stream: 'out' | 'err' = 'out'): OutputEvent => ({
    ...{ n, time: 0, cause: 0, type: 'output' },
    stream,
    text,
  });
  const linesAt = (transcript: Transcript, n: number): string[] =>
    Array.from({ length: transcript.countAt(n) }, (_, i) => {
      const { stream, text, event } = transcript.lineAt(i, n) ?? {};
      return `${stream} ${event}: ${text}`;
    });

  it('has the lines that were written up to an event, each with its event', () => {
    const transcript = new Transcript([wrote(3, 'a\nb\n'), wrote(7, '\n'), wrote(9, 'c\n')]);
    expect(linesAt(transcript, 2)).to.deep.equal([]);
    expect(linesAt(transcript, 8)).to.deep.equal(['out 3: a', 'out 3: b', 'out 7: ']);
  });

  it('shows of a line that is written bit by bit what there is by then', () => {
    const transcript = new Transcript([wrote(1, 'one'), wrote(2, ', two'), wrote(4, '\nthree')]);
    expect(linesAt(transcript, 1)).to.deep.equal(['out 1: one']);
    expect(linesAt(transcript, 3)).to.deep.equal(['out 2: one, two']);
    expect(linesAt(transcript, 4)).to.deep.equal(['out 4: one, two', 'out 4: three']);
  });

  it('does not mix the two streams', () => {
    const transcript = new Transcript([wrote(1, 'part '), wrote(2, 'oops\n', 'err'), wrote(3, 'whole\n')]);
    expect(linesAt(transcript, 3)).to.deep.equal(['out 3: part whole', 'err 2: oops']);
  });
});
