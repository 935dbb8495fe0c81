/**
 * perfettoOf: a trace in Chromium's trace event format, which Perfetto and chrome://tracing open.
 *
 * One process; a track for each task and greenlet, and one for callbacks; the virtual time as real, where a
 * step or a mark takes a microsecond to be seen; arrows from cause to effect; marks for what was written, for
 * packets, for failures, requests to end and deadlocks; the lengths of the ready queue and of the timers.
 *
 * Counterpart: the "Trace Event Format" of Chromium.
 */

import type { RunEvent } from '../event/loop-events';
import type { DoneEvent } from '../event/task-events';
import { LoopState } from '../state/loop-state';
import type { Trace, TraceEvent } from '../trace-event';
import { packetText } from '../why/packet-clauses';
import { TraceIndex } from '../why/trace-index';
import { shownText } from '../why/wording';
import { PerfettoClock } from './perfetto-clock';
import { type Flows, flowsOf } from './perfetto-flows';
import { CALLBACKS, PerfettoTracks } from './perfetto-tracks';
import { type PerfettoEvent, PerfettoWriter } from './perfetto-writer';
import { type Span, UnderWay } from './under-way';

/** What the format calls the "JSON Object Format". */
export interface PerfettoTrace {
  readonly traceEvents: readonly PerfettoEvent[];
  readonly displayTimeUnit: 'ms';
}

/**
 * Give `trace` in the trace event format, to be written as JSON. A second of virtual time is shown
 * as one; each step, and each mark, takes a microsecond more.
 *
 * @example
 * const recorder = new Recorder();
 * loop.observer = recorder.watch(loop);
 * loop.runUntilComplete(hello(1));
 * const header = { format: 'yieldstar-trace', version: TRACE_VERSION, program: 'hello.ts', sources: {} };
 * const text = JSON.stringify(perfettoOf({ header, events: recorder.events }));
 */
export function perfettoOf(trace: Trace): PerfettoTrace {
  return { traceEvents: new PerfettoExport(new TraceIndex(trace)).run(), displayTimeUnit: 'ms' };
}

class PerfettoExport {
  private readonly writer = new PerfettoWriter();
  private readonly clock = new PerfettoClock();
  private readonly state = new LoopState();
  private readonly tracks: PerfettoTracks;
  private readonly underWay: UnderWay;
  private readonly flows: Flows;

  constructor(private readonly index: TraceIndex) {
    this.writer.nameProcess(index.trace.header.program);
    this.tracks = new PerfettoTracks(index, this.writer);
    this.underWay = new UnderWay(index);
    this.flows = flowsOf(index);
  }

  run(): readonly PerfettoEvent[] {
    for (const event of this.index.trace.events) {
      for (const span of this.underWay.goTo(event)) this.endSpan(span);
      this.show(event, this.clock.goTo(event));
    }
    for (const span of this.underWay.end()) this.endSpan(span);
    this.tracks.end(this.clock.tick());
    return this.writer.events;
  }

  private endSpan(span: Span): void {
    if (span.type === 'resume') this.tracks.endStep(span.task, this.clock.tick());
    else if (!this.isStep(span)) this.writer.end(CALLBACKS, this.clock.tick());
  }

  /** The run of a task's step is not shown: the step itself is. */
  private isStep({ handle }: RunEvent): boolean {
    return this.index.schedulingOf(handle)?.task !== undefined;
  }

  private show(event: TraceEvent, ts: number): void {
    const tid = this.tidWithin(event);
    this.showChange(event, ts);
    for (const flow of this.flows.from.get(event.n) ?? []) this.writer.beginFlow(tid, ts, flow);
    const flow = this.flows.to.get(event.n);
    if (flow !== undefined) this.writer.endFlow(this.tidWithin(event), ts, flow);
    this.showMark(event, ts, tid);
    this.state.apply(event);
    this.writer.count(ts, 'ready queue', this.state.ready.size);
    this.writer.count(ts, 'timers', this.state.timers.size);
  }

  /** The track on which an event happened. */
  private tidWithin({ n }: TraceEvent): number {
    const span = this.index.within(n);
    return span?.type === 'resume' ? this.tracks.tidOf(span.task) : CALLBACKS;
  }

  private showChange(event: TraceEvent, ts: number): void {
    switch (event.type) {
      case 'run':
        if (!this.isStep(event)) this.writer.begin(CALLBACKS, ts, 'callback', this.labelOf(event), { event: event.n });
        break;
      case 'task':
        this.tracks.begin(event, ts);
        break;
      case 'schedule':
        if (event.task !== undefined) this.tracks.ready(event.task, ts);
        break;
      case 'resume':
        this.tracks.beginStep(event, ts);
        break;
      case 'suspend':
        this.tracks.willWait(event);
        break;
    }
  }

  private labelOf({ handle }: RunEvent): string {
    return this.index.schedulingOf(handle)?.label ?? 'callback';
  }

  private showMark(event: TraceEvent, ts: number, tid: number): void {
    const args = { event: event.n };
    switch (event.type) {
      case 'output':
        this.mark(tid, ts, 'output', shownText(event.text), args);
        break;
      case 'done':
        if (event.outcome === 'exception') this.mark(tid, ts, 'failure', this.failureOf(event), args);
        break;
      case 'cancel':
        this.mark(this.tracks.tidOf(event.task), ts, 'cancel', 'asked to end', {
          ...args,
          message: event.message,
        });
        break;
      case 'packet':
        this.mark(tid, ts, 'packet', packetText(event), { ...args, packet: event.packet });
        break;
      case 'deadlock':
        this.mark(CALLBACKS, ts, 'deadlock', 'deadlock', { ...args, text: event.text }, true);
        break;
    }
  }

  /** A mark takes a microsecond, as a step does: of what lies on one point, Perfetto shows only one. */
  private mark(...of: Parameters<PerfettoWriter['mark']>): void {
    this.writer.mark(...of);
    this.clock.tick();
  }

  private failureOf({ future, n, text = 'an exception' }: DoneEvent): string {
    const isTask = this.index.makingOf(future) !== undefined;
    return `${isTask ? this.index.nameOf(future, n) : 'a future'} failed: ${shownText(text)}`;
  }
}
