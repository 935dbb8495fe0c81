// A handler that fails is itself reported, to the default one; that one's failure goes no further.
// A request to leave the program comes through them all.
import { EventLoop, type ExceptionContext, SystemExit, ValueError } from 'yieldstar';
import { say } from './say';

class Loop extends EventLoop {
  override defaultExceptionHandler(context: ExceptionContext): void {
    say('default handler:', context.message, context.exception);
    if (context.context) say('while told of:', (context.context as ExceptionContext).message);
  }
}

function badHandler(_loop: EventLoop, context: ExceptionContext): void {
  say('custom handler:', context.message);
  throw new ValueError('the handler failed');
}

function leavingHandler(): void {
  throw new SystemExit(3);
}

const loop = new Loop();
loop.callExceptionHandler({ message: 'first', exception: new TypeError('a') });
loop.setExceptionHandler(badHandler);
loop.callExceptionHandler({ message: 'second', exception: new TypeError('b') });
loop.setExceptionHandler(null);
loop.callExceptionHandler({ message: 'third' });
loop.setExceptionHandler(leavingHandler);
loop.callSoon(() => loop.callExceptionHandler({ message: 'fourth' }));
loop.callSoon(say, 'left for the next run');
loop.callLater(1, () => loop.stop());
try {
  loop.runForever();
} catch (error) {
  say('leaves with', (error as SystemExit).code);
}
loop.runForever();
loop.close();
