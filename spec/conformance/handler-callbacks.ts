// A callback that fails does not stop the loop: the exception handler is told, and the next callback runs.
// It runs in the context of the callback.
import { ContextVar, type EventLoop, type ExceptionContext, getRunningLoop, run, sleep, ValueError } from 'yieldstar';
import { say } from './say';

const user = new ContextVar('user', { default: 'nobody' });

function report(_loop: EventLoop, context: ExceptionContext): void {
  say('reported:', context.message?.split('(')[0], context.exception, '- of', user.get());
}

function fail(text: string): void {
  say('fails');
  throw new ValueError(text);
}

function fail_to_be_called(): void {
  throw new TypeError('no');
}

function* main() {
  const loop = getRunningLoop() as EventLoop;
  loop.setExceptionHandler(report);
  user.set('main');
  loop.callSoon(fail, 'soon');
  loop.callSoon(say, 'the next callback');
  loop.callLater(1, fail, 'later');
  const future = loop.createFuture();
  future.addDoneCallback(fail_to_be_called);
  future.addDoneCallback(() => say('the next callback of the future'));
  user.set('other');
  future.setResult(undefined);
  yield* sleep(2);
  loop.callExceptionHandler({ message: 'by hand', exception: new ValueError('made up') });
  say('the handler is set:', loop.getExceptionHandler() === report);
  try {
    loop.setExceptionHandler('report' as never);
  } catch (error) {
    say(error);
  }
}

run(main());
