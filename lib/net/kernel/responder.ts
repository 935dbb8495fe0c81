/**
 * Responder: what answers at a port of a machine that is not ours.
 *
 * None of the program's code runs there but one function, which says what to answer to what
 * has come so far. That is no task: it answers also while the program waits in a blocking
 * call, and no loop runs. Requests are answered one after another, as they come.
 *
 * Counterpart: any server on the internet.
 */

import { checkBytes } from '../../bytes';
import { leavesTheLoop, OSError, toError } from '../../errors';
import { ByteBuffer } from '../byte-buffer';
import type { Agenda } from './agenda';
import type { Endpoint } from './endpoint';
import { checkDelay } from './link';
import type { Listener } from './listener';
import { Occurrence } from './occurrence';

/** An answer. */
export interface Answer {
  /** What is sent; otherwise nothing. */
  readonly data?: Uint8Array;
  /** How many seconds later; otherwise at once. */
  readonly after?: number;
  /** Whether the connection is closed then. */
  readonly close?: boolean;
  /** Whether it is given up instead, and nothing sent. */
  readonly reset?: boolean;
}

/** Tells what to answer to `request`, which is what has come since the last answer; undefined while it is not complete. */
export type Responder = (request: Uint8Array) => Answer | undefined;

/** Answer whoever connects to `listener`. */
export function serve(agenda: Agenda, listener: Listener, responder: Responder): void {
  const acceptAll = (): void => {
    for (let endpoint = listener.accept(); endpoint !== undefined; endpoint = listener.accept()) {
      new Conversation(agenda, endpoint, responder).goOn();
    }
  };
  listener.onChange = () => agenda.asNetwork(acceptAll);
}

/**
 * A connection to a responder.
 *
 *     listening --the responder has an answer--> thinking --after--> answering --all is sent--> listening, or over
 */
class Conversation {
  private state: 'listening' | 'thinking' | 'answering' | 'over' = 'listening';
  private readonly request = new ByteBuffer();
  /** How much of the request was not enough for an answer. */
  private asked = 0;
  private hasEnded = false;
  private answer: Answer = {};
  private unsent: Uint8Array = NONE;

  constructor(
    private readonly agenda: Agenda,
    private readonly endpoint: Endpoint,
    private readonly responder: Responder,
  ) {
    endpoint.onChange = () => this.goOn();
  }

  /** Do what can be done now. */
  goOn(): void {
    this.agenda.asNetwork(() => {
      try {
        this.read();
        if (this.state === 'answering') this.write();
        if (this.state === 'listening') this.respond();
      } catch (error) {
        this.fail(toError(error));
      }
    });
  }

  private read(): void {
    if (this.state === 'over') return;
    for (let data = this.endpoint.receive(READ_SIZE); data !== undefined; data = this.endpoint.receive(READ_SIZE)) {
      this.hasEnded = data.length === 0;
      if (this.hasEnded) break;
      this.request.append(data);
    }
  }

  private respond(): void {
    const answer = this.request.length > this.asked ? this.responder(this.request.peek()) : undefined;
    this.asked = this.request.length;
    if (answer !== undefined) this.think(answer);
    else if (this.hasEnded) this.leave();
  }

  private think(answer: Answer): void {
    const { data = NONE, after = 0 } = answer;
    checkBytes('data of an answer', data);
    checkDelay('after', after);
    this.request.clear();
    this.asked = 0;
    this.answer = answer;
    this.state = 'thinking';
    this.agenda.schedule(new AnswerTime(() => this.begin(data)), this.agenda.now + after);
  }

  private begin(data: Uint8Array): void {
    if (this.state !== 'thinking') return;
    this.state = 'answering';
    this.unsent = this.answer.reset ? NONE : data;
    if (this.answer.reset) this.endpoint.abort();
    this.goOn();
  }

  private write(): void {
    while (this.unsent.length > 0) {
      const count = this.endpoint.send(this.unsent);
      if (count === 0) return;
      this.unsent = this.unsent.subarray(count);
    }
    this.state = 'listening';
    if (this.answer.close) this.leave();
  }

  private leave(): void {
    this.state = 'over';
    this.endpoint.close();
  }

  /** What the network throws ends the conversation; what the responder does is its author's business. */
  private fail(error: Error): void {
    this.state = 'over';
    this.endpoint.abort();
    if (leavesTheLoop(error)) throw error;
    if (error instanceof OSError) return;
    this.agenda.report({ message: `Exception in responder at ${this.endpoint}`, exception: error });
  }
}

const NONE = new Uint8Array(0);
const READ_SIZE = 65_536;

class AnswerTime extends Occurrence {
  constructor(private readonly answer: () => void) {
    super();
  }

  get callback(): (time: AnswerTime) => void {
    return respond;
  }

  happen(): void {
    this.answer();
  }
}

/** What the loop calls: its name is what a trace shows. */
function respond(time: AnswerTime): void {
  time.occur();
}
