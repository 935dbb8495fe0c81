// An error that nobody ever asks for is reported when its task or future is gone; so is a task that never ended.
// To ask for it, to await it, or to cancel after it, is to know of it.
import { createTask, EventLoop, type ExceptionContext, type Future, sleep, ValueError } from 'yieldstar';
import { say } from './say';

function* fail(name: string) {
  throw new ValueError(name);
}

function report(_loop: EventLoop, context: ExceptionContext): void {
  say(context.message, context.exception);
}

function* main() {
  const tasks: Future[] = [];
  tasks.push(createTask(fail('ignored')));
  tasks.push(createTask(fail('asked for')));
  tasks.push(createTask(fail('cancelled afterwards')));
  tasks.push(loop.createFuture());
  tasks.push(createTask(sleep(60)));
  yield* sleep(1);
  say(tasks[1]?.exception(), tasks[2]?.cancel());
  tasks[3]?.setException(new ValueError('of a future'));
}

const loop = new EventLoop();
loop.setExceptionHandler(report);
loop.runUntilComplete(main());
loop.close();
