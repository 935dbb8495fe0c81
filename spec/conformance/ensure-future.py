# What can be awaited can be made a task: a coroutine, and any object of one's own that says how.
# A task or a future is left as it is.
import asyncio
from virtual_time import run, say


class Twice:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        result = yield from self.future.__await__()
        say('was resumed')
        yield
        return [result, result]


async def work():
    say('runs')
    return 'a result'


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(work())
    future = loop.create_future()
    say('unchanged:', asyncio.ensure_future(task) is task, asyncio.ensure_future(future) is future)
    loop.call_later(1, future.set_result, 'echo')
    say('got', await Twice(future))
    say('got', await asyncio.ensure_future(Twice(future)))
    say('got', await asyncio.gather(Twice(future), task))
    say('tasks are futures:', asyncio.isfuture(task), asyncio.isfuture(Twice(future)))


run(main())
