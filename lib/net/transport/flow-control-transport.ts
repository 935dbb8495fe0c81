/**
 * FlowControlTransport: a transport that tells its protocol when to stop writing, and when to go on.
 *
 *     bytes kept > high: pauseWriting ...... bytes kept <= low: resumeWriting
 *
 * The two are called in turns. Between the marks nothing is said, so that a protocol is not
 * stopped and let go by each packet. What they throw goes to the exception handler.
 *
 * Counterpart: transports._FlowControlMixin, in asyncio.
 */

import { leavesTheLoop, toError, ValueError } from '../../errors';
import type { EventLoop } from '../../loop/event-loop';
import type { Protocol } from './protocol';
import type { WriteBufferLimits } from './transport';

const DEFAULT_HIGH = 64 * 1024;

export abstract class FlowControlTransport {
  private protocolPaused = false;
  private highWater = DEFAULT_HIGH;
  private lowWater = DEFAULT_HIGH / 4;

  constructor(
    protected readonly loop: EventLoop,
    protected protocol: Protocol,
  ) {}

  /** Have another protocol told of what happens from now on. */
  setProtocol(protocol: Protocol): void {
    this.protocol = protocol;
  }

  /** Give the protocol that is told. */
  getProtocol(): Protocol {
    return this.protocol;
  }

  abstract getWriteBufferSize(): number;

  getWriteBufferLimits(): [low: number, high: number] {
    return [this.lowWater, this.highWater];
  }

  setWriteBufferLimits(limits: WriteBufferLimits = {}): void {
    const high = limits.high ?? (isNone(limits.low) ? DEFAULT_HIGH : 4 * limits.low);
    const low = limits.low ?? Math.floor(high / 4);
    if (!(high >= low && low >= 0)) {
      throw new ValueError(`high (${high}) must be >= low (${low}) must be >= 0`);
    }
    this.highWater = high;
    this.lowWater = low;
    this.maybePauseProtocol();
  }

  /** To be called when more is kept than before. */
  protected maybePauseProtocol(): void {
    if (this.protocolPaused || this.getWriteBufferSize() <= this.highWater) return;
    this.protocolPaused = true;
    this.tell('pause_writing', () => this.protocol.pauseWriting());
  }

  /** To be called when less is kept than before. */
  protected maybeResumeProtocol(): void {
    if (!this.protocolPaused || this.getWriteBufferSize() > this.lowWater) return;
    this.protocolPaused = false;
    this.tell('resume_writing', () => this.protocol.resumeWriting());
  }

  private tell(method: string, call: () => void): void {
    try {
      call();
    } catch (thrown) {
      if (leavesTheLoop(thrown)) throw thrown;
      const message = `protocol.${method}() failed`;
      this.loop.callExceptionHandler({
        message,
        exception: toError(thrown),
        transport: this,
        protocol: this.protocol,
      });
    }
  }
}

function isNone(value: number | null | undefined): value is null | undefined {
  return value === null || value === undefined;
}
