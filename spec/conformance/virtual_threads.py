"""Worker threads in virtual time, for the programs of this folder that hand work to a pool.

The threads are real, and so are run_in_executor, to_thread, wrap_future and what they do with
the job's concurrent.futures.Future. But only one thread runs at a time: the loop's stands
still while a worker runs, up to where that blocks or ends. To block is to sleep in the loop's
time. So the output is the same each time, as it would not be if the threads ran at once.

Its counterpart are ThreadPoolExecutor and blocking of the library.
"""

import asyncio
import collections
import concurrent.futures
import functools
import threading


class ThreadPoolExecutor(concurrent.futures.ThreadPoolExecutor):
    """A pool that works at no more than max_workers jobs at a time."""

    def __init__(self, max_workers):
        super().__init__(max_workers)
        self._free = max_workers
        self._jobs = collections.deque()

    def submit(self, func, /, *args):
        if self._shutdown:
            return super().submit(func, *args)  # which refuses
        future = concurrent.futures.Future()
        self._jobs.append((future, func, args))
        self._start_next()
        return future

    def _start_next(self):
        while self._free > 0 and self._jobs:
            future, func, args = self._jobs.popleft()
            if future.set_running_or_notify_cancel():
                self._free -= 1
                Worker(self._worker_ended, future, func, args).run_until_it_blocks()

    def _worker_ended(self):
        self._free += 1
        self._start_next()


class Worker(threading.Thread):
    """A thread for one job."""

    def __init__(self, on_end, future, func, args):
        super().__init__(daemon=True)
        self._on_end = on_end
        self._job = future, func, args
        self._loop = asyncio.get_running_loop()
        self._may_run = threading.Semaphore(0)
        self._stands_still = threading.Semaphore(0)
        self._ended = False
        self.start()

    def run_until_it_blocks(self):
        """Called by the loop's thread, which waits for this one."""
        self._may_run.release()
        self._stands_still.acquire()
        if self._ended:
            self._on_end()

    def sleep(self, seconds):
        """Called by this thread; the loop's, standing still, does not mind the timer."""
        self._loop.call_later(seconds, self.run_until_it_blocks)
        self._stands_still.release()
        self._may_run.acquire()

    def run(self):
        self._may_run.acquire()
        future, func, args = self._job
        try:
            future.set_result(func(*args))
        except BaseException as error:
            future.set_exception(error)
        self._ended = True
        self._stands_still.release()


def blocking(seconds, func):
    """Make func take its time: the worker's that calls it, or else the loop's."""

    @functools.wraps(func)
    def call(*args):
        thread = threading.current_thread()
        if isinstance(thread, Worker):
            thread.sleep(seconds)
        else:
            asyncio.get_running_loop().advance(seconds)
        return func(*args)

    return call
