/**
 * UnhandledRejections: be told of promises that were rejected, and that nobody awaits.
 *
 * The host tells whoever listens when the queue has been run. Others may listen as well, and may
 * have come or gone since we began: whoever runs specs takes all listeners off, and puts them back.
 * So it is looked whether we are still among as many as we were.
 *
 * Counterpart: none. An exception that nobody retrieves is told of when its future is collected.
 */

/** Called with what was rejected, and why; and when somebody awaits it after all. */
export interface RejectionListener {
  readonly unhandled: (reason: unknown, promise: object) => void;
  readonly handled: (promise: object) => void;
}

export class UnhandledRejections {
  /** How many were told of rejections when we began to be. */
  private countListening = Number.NaN;

  constructor(
    private readonly node: NodeJS.Process,
    private readonly listener: RejectionListener,
  ) {}

  listen(): void {
    const { node, listener } = this;
    if (node.listenerCount('unhandledRejection') === this.countListening) return;
    this.stop();
    node.on('unhandledRejection', listener.unhandled);
    node.on('rejectionHandled', listener.handled);
    this.countListening = node.listenerCount('unhandledRejection');
  }

  stop(): void {
    this.node.off('unhandledRejection', this.listener.unhandled);
    this.node.off('rejectionHandled', this.listener.handled);
    this.countListening = Number.NaN;
  }
}
