/**
 * Retransmission: what is lost on its way is sent again, until it comes through or all hope is lost.
 *
 * One timer for each end of a connection. It is set when a packet is lost, for as long as
 * one would wait for it to be acknowledged; when it runs out, the first of the lost packets is sent again, and
 * nothing else is until that has come through. Each time in a row that it does not, the wait is
 * doubled, up to two minutes. Once the other end answers, all the others are sent again.
 *
 * So who is cut off does not flood the wire, and takes a while to find out that he is no longer.
 *
 * Counterpart: RFC 6298, with Linux's numbers. (A real end may find out earlier that one packet of
 * several is lost, by what comes after it: fast retransmit is left out.)
 */

import type { Agenda } from './agenda';
import { Occurrence } from './occurrence';
import type { Packet } from './packet';

/** How long to wait for an answer at first, in seconds, before it is known how long one takes (RFC 6298). */
const INITIAL_TIMEOUT = 1;
/** How much longer than an answer takes (Linux's TCP_RTO_MIN), */
const MIN_TIMEOUT = 0.2;
/** and how long at most (TCP_RTO_MAX). */
const MAX_TIMEOUT = 120;

/** Who sends packets again. */
export interface Retransmitter {
  /** Send `packet`. */
  carry(packet: Packet): void;
  /** How often to send again before giving up. */
  maxRetries(): number;
  /** Give up. */
  giveUp(): void;
}

/** The lost packets of one end of a connection. */
export class Retransmission {
  private timeout = INITIAL_TIMEOUT;
  private readonly unheard: Packet[] = [];
  /** How often in a row the first was sent again, and not heard of. */
  private retries = 0;
  private timer: RetransmissionTimer | undefined = undefined;
  private stopped = false;

  constructor(
    private readonly agenda: Agenda,
    private readonly retransmitter: Retransmitter,
  ) {}

  /** Whether nothing is to be sent but what was lost. */
  isStalled(): boolean {
    return this.retries > 0;
  }

  /** Take note of how many seconds it takes until an answer comes. */
  setRoundTrip(seconds: number): void {
    this.timeout = seconds + MIN_TIMEOUT;
  }

  /** Take note that `packet` is lost. */
  lost(packet: Packet): void {
    if (this.stopped) return;
    if (this.timer !== undefined) {
      this.unheard.push(packet);
      return;
    }
    this.unheard.unshift(packet);
    this.timer = new RetransmissionTimer(this);
    const wait = Math.min(this.timeout * 2 ** this.retries, MAX_TIMEOUT);
    this.agenda.schedule(this.timer, Math.max(packet.departure + wait, this.agenda.now));
  }

  /** Send the first of the lost packets again: its time has come. */
  expired(): void {
    this.timer = undefined;
    this.retries += 1;
    if (this.retries > this.retransmitter.maxRetries()) this.retransmitter.giveUp();
    else this.retransmitNext();
  }

  private retransmitNext(): void {
    const packet = this.unheard.shift();
    if (packet !== undefined) this.retransmitter.carry(packet.again());
  }

  /** Take note that the other end has answered: send all that is lost again. */
  heard(): void {
    if (this.retries === 0) return;
    this.retries = 0;
    this.cancelTimer();
    for (const packet of this.unheard.splice(0)) this.retransmitter.carry(packet.again());
  }

  /** Send nothing again. */
  stop(): void {
    this.stopped = true;
    this.unheard.length = 0;
    this.cancelTimer();
  }

  private cancelTimer(): void {
    if (this.timer !== undefined) this.agenda.cancel(this.timer);
    this.timer = undefined;
  }
}

class RetransmissionTimer extends Occurrence {
  constructor(private readonly retransmission: Retransmission) {
    super();
  }

  get callback(): (timer: RetransmissionTimer) => void {
    return retransmit;
  }

  happen(): void {
    this.retransmission.expired();
  }
}

/** What the loop calls: its name is what a trace shows. */
function retransmit(timer: RetransmissionTimer): void {
  timer.occur();
}
