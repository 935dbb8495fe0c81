import { expect } from 'chai';
import { coroutine, createTask, sleep } from '../../lib';
import type { Trace } from '../../lib/trace/trace-event';
import { formatTrace, parseTrace, TraceError } from '../../lib/trace/trace-file';
import { thrownBy } from '../support';
import { placingHost, recordedTrace } from './recorded-trace';

const TRACE = recordedTrace(
  coroutine(function* main() {
    createTask(sleep(Infinity), { name: 'for "ever"\n' });
    yield* sleep(0.1 + 0.2);
  }),
  { host: placingHost(), afterwards: (_, recorder) => recorder.wrote('out', 'a\r\nb\u2028\ud800') },
);
const LINES = formatTrace(TRACE).trimEnd().split('\n');

/** The trace, with some lines replaced: those of these numbers, counted from 1. */
function withLines(replaced: Readonly<Record<number, string>>): string {
  return LINES.map((line, i) => replaced[i + 1] ?? line).join('\n');
}

/** The complaint about a text. */
function complaint(text: string): string {
  const error = thrownBy(() => parseTrace(text));
  return error instanceof TraceError ? error.message : `no TraceError: ${error}`;
}

/** The complaint about an event in the place of the first. */
function complaintOf(event: unknown): string {
  return complaint(withLines({ 2: JSON.stringify(event) }));
}

describe('formatTrace', () => {
  it('gives the header, and then a line for each event', () => {
    expect([JSON.parse(LINES[0] as string), LINES.length]).to.deep.equal([TRACE.header, TRACE.events.length + 1]);
  });

  it('ends each line, the last one too', () => {
    expect(formatTrace(TRACE).endsWith('}\n')).to.equal(true);
  });
});

describe('parseTrace', () => {
  it('gives back what formatTrace made a text of', () => {
    expect(parseTrace(formatTrace(TRACE))).to.deep.equal(TRACE);
  });

  it('keeps a deadline that never comes', () => {
    const deadlines = parseTrace(formatTrace(TRACE)).events.flatMap((event) =>
      event.type === 'schedule' && event.when !== undefined ? [event.when] : [],
    );
    expect(deadlines).to.deep.equal([0.1 + 0.2, null]);
  });

  it('reads lines that end as in Windows', () => {
    expect(parseTrace(formatTrace(TRACE).replaceAll('\n', '\r\n'))).to.deep.equal(TRACE);
  });

  it('reads a trace of version 1, in which there was less', () => {
    const text = formatTrace(TRACE).replace('"version":2', '"version":1');
    expect(parseTrace(text)).to.deep.equal({ ...TRACE, header: { ...TRACE.header, version: 1 } });
  });

  describe('complains of a text', () => {
    it('that is no trace', () => {
      const no = 'this is no trace: the first line of one says {"format":"yieldstar-trace", ...}';
      const texts = ['', 'hello', '{}', '[1]', 'null', '{"format":"other","version":1}'];
      expect(texts.map(complaint)).to.deep.equal(texts.map(() => no));
    });

    it('that is of another version', () => {
      const text = withLines({ 1: JSON.stringify({ ...TRACE.header, version: 3 }) });
      expect(complaint(text)).to.equal(
        'this is a trace of version 3, and this program reads versions 1 and 2: record it anew, or read it with the yieldstar that wrote it',
      );
    });

    it('whose header lacks something', () => {
      const headers = [{ program: 1 }, { sources: undefined }, { sources: { 'a.ts': 1 } }];
      const texts = headers.map((change) => withLines({ 1: JSON.stringify({ ...TRACE.header, ...change }) }));
      const expected = "line 1: the header of a trace has a text 'program', and 'sources', which are texts";
      expect(texts.map(complaint)).to.deep.equal(texts.map(() => expected));
    });
  });

  describe('complains of a trace that is cut off', () => {
    it('within its first line', () => {
      expect(complaint((LINES[0] as string).slice(0, -5))).to.equal('the trace is cut off within its first line');
    });

    it('within another line', () => {
      const text = formatTrace(TRACE);
      expect(complaint(text.slice(0, text.indexOf('\n{"n":4,') + 20))).to.equal(
        'the trace is cut off after event 3, within a line',
      );
    });

    it('between two lines', () => {
      expect(complaint(LINES.slice(0, 4).join('\n'))).to.equal(
        'the trace is cut off after event 3: its last event is to be its end',
      );
    });

    it('wherever that is', () => {
      const text = formatTrace(TRACE);
      const cuts = [...Array(text.length - 1).keys()].filter((length) => length > 0 && length % 7 === 0);
      const silent = cuts.filter((length) => !/cut off|no trace/.test(complaint(text.slice(0, length))));
      expect(silent).to.deep.equal([]);
    });
  });

  describe('complains of an event, by its line,', () => {
    const [first] = TRACE.events as [Trace['events'][number]];

    it('that is none', () => {
      expect([complaint(withLines({ 3: 'x' })), complaint(withLines({ 3: '[]' }))]).to.deep.equal([
        'line 3: it is no JSON',
        'line 3: it is no event',
      ]);
    });

    it('of a type that there is not', () => {
      expect(complaintOf({ ...first, type: 'constructor' })).to.equal(
        'line 2: there are no events of type "constructor"',
      );
    });

    it('that lacks a field', () => {
      expect(complaintOf({ ...first, name: undefined })).to.equal(
        'line 2: an event of type "task" has a field \'name\', which is missing here',
      );
    });

    it('that has a field too many', () => {
      expect(complaintOf({ ...first, hasOwnProperty: 1 })).to.equal(
        'line 2: there is no field \'hasOwnProperty\' in an event of type "task"',
      );
    });

    it('that has something else in a field', () => {
      const changes = [{ time: '0' }, { task: 1.5 }, { cause: -1 }, { place: { ...first, line: 'x' } }];
      expect(changes.map((change) => complaintOf({ ...first, ...change }))).to.deep.equal([
        'line 2: the field \'time\' of an event of type "task" is a number of seconds, not "0"',
        'line 2: the field \'task\' of an event of type "task" is a whole number, not 1.5',
        'line 2: the field \'cause\' of an event of type "task" is a whole number, not -1',
        'line 2: the field \'place\' of an event of type "task" is a place, not {"n":1,"time":0,"cause":0,"type":"tas...',
      ]);
    });

    it('whose number is out of order, or that of its cause', () => {
      expect([complaintOf({ ...first, n: 2 }), complaintOf({ ...first, cause: 1 })]).to.deep.equal([
        'line 2: event 1 was to be here, not event 2',
        'line 2: event 1 cannot have been caused by event 1, which is not before it',
      ]);
    });

    it('that comes after the end', () => {
      const n = TRACE.events.length;
      const text = `${formatTrace(TRACE)}{"n":${n + 1},"time":0,"cause":0,"type":"close"}\n`;
      expect(complaint(text)).to.equal(`line ${n + 2}: the trace has ended before, with event ${n}`);
    });
  });
});
