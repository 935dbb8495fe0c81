/**
 * What is on a loop already when somebody begins to watch it.
 *
 * Tasks and handles that nobody saw come about are introduced, as if they did so now, by no
 * cause: so a trace names nothing that it has not told of before. Locks and queues need not be;
 * each is introduced when something happens to it.
 *
 * Counterpart: none.
 */

import { pendingTasks } from '../../future/registry';
import type { EventLoop } from '../../loop/event-loop';
import { type Handle, TimerHandle } from '../../loop/handle';
import { Task } from '../../task/task';
import type { LoopRecorder } from './loop-recorder';

/** Tell `recorder`, which is to watch `loop`, of the timers, tasks and handles there. */
export function introduce(loop: EventLoop, recorder: LoopRecorder): void {
  const handles = loop.handlesToRun();
  const timers = handles.filter(isInHeap).sort((a, b) => a.order - b.order);
  for (const timer of timers) recorder.handleScheduled(timer);
  const tasks = pendingTasks(loop) as Task[];
  for (const task of tasks) introduceTask(task, recorder);
  for (const handle of handles) if (!isInHeap(handle)) introduceReady(handle, tasks, recorder);
}

function isInHeap(handle: Handle): handle is TimerHandle {
  return handle instanceof TimerHandle && handle.scheduled;
}

function introduceTask(task: Task, recorder: LoopRecorder): void {
  recorder.introduceTask(task);
  const future = task.getFutWaiter();
  if (future !== undefined) recorder.taskSuspended(task, future);
}

function introduceReady(handle: Handle, tasks: readonly Task[], recorder: LoopRecorder): void {
  tellWhoseStep(handle, tasks, recorder);
  recorder.handleScheduled(handle);
  if (handle instanceof TimerHandle) recorder.timerDue(handle);
}

/** A first step names its task; that of a task that was woken is known by what woke it, and by its context. */
function tellWhoseStep(handle: Handle, tasks: readonly Task[], recorder: LoopRecorder): void {
  const { callback, args } = handle.getCall();
  const [first] = args;
  const isWoken = (task: Task) => task.getFutWaiter() === first && task.getContext() === handle.getContext();
  const woken = callback?.name === 'Task.task_wakeup' ? tasks.find(isWoken) : undefined;
  if (woken !== undefined) recorder.taskWoken(woken, woken.getFutWaiter() as Task);
  else recorder.expectStep(first instanceof Task && callback?.name === 'step' ? first : undefined);
}
