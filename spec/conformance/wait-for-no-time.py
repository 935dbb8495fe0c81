# With no time left, only what is done can be waited for; a coroutine does not even begin.
import asyncio
from virtual_time import run, say


async def work(name):
    try:
        say(name, 'begins')
        await asyncio.sleep(1)
        return 'a result'
    finally:
        say(name, 'ends')


async def attempt(name, awaitable, timeout):
    try:
        say(name, 'gave', await asyncio.wait_for(awaitable, timeout))
    except (TimeoutError, ValueError) as error:
        say(name, 'raised', error)


async def main():
    loop = asyncio.get_running_loop()
    done, failed, pending = [loop.create_future() for n in range(3)]
    done.set_result('a result')
    failed.set_exception(ValueError('failed'))
    await attempt('a future that is done', done, 0)
    await attempt('a future that failed', failed, -1)
    await attempt('a pending future', pending, 0)
    say('which is cancelled:', pending.cancelled())
    await attempt('a coroutine', work('it'), 0)
    task = asyncio.create_task(work('a task'), name='worker')
    await asyncio.sleep(0)
    await attempt('a task', task, 0)
    await attempt('a coroutine with time', work('it'), 1.5)


run(main())
