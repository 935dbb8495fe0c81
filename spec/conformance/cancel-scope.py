# What a timeout does can be done by hand: cancel the task, catch the CancelledError, take the request back.
# A request from elsewhere is still counted, and is passed on.
import asyncio
from virtual_time import run, say


class StopAfter:
    def __init__(self, seconds):
        self.seconds = seconds

    async def __aenter__(self):
        self.task = asyncio.current_task()
        self.before = self.task.cancelling()
        self.timer = asyncio.get_running_loop().call_later(self.seconds, self.task.cancel, 'stop')

    async def __aexit__(self, kind, error, traceback):
        self.timer.cancel()
        if error is not None and error.args == ('stop',) and self.task.uncancel() <= self.before:
            raise ValueError('stopped')


async def work():
    async with StopAfter(2):
        await asyncio.sleep(60)


async def main():
    for pause in [5, 1, 2]:
        task = asyncio.create_task(work(), name='worker')
        await asyncio.sleep(pause)
        task.cancel('from elsewhere')
        try:
            await task
        except BaseException as error:
            say('ended with', error, '- asked:', task.cancelling())


run(main())
