# A pool of two workers does two jobs at a time; the others wait until one is free.
# A job that waits can be cancelled; one that has begun is only not waited for any more.
import asyncio
from virtual_threads import ThreadPoolExecutor, blocking
from virtual_time import run, say

done = []


async def hand_over(pool, name, seconds):
    try:
        job = blocking(seconds, lambda: done.append(name) or name)
        say('got', await asyncio.get_running_loop().run_in_executor(pool, job))
    except asyncio.CancelledError:
        say('is cancelled')
        raise


async def main():
    pool = ThreadPoolExecutor(2)
    jobs = [('a', 3), ('b', 1), ('c', 1.5), ('d', 1), ('e', 1)]
    tasks = [asyncio.create_task(hand_over(pool, name, seconds), name=name) for name, seconds in jobs]
    await asyncio.sleep(0.5)
    tasks[0].cancel()
    tasks[3].cancel()
    await asyncio.wait(tasks)
    say('done:', done)
    pool.shutdown()
    try:
        await hand_over(pool, 'f', 1)
    except RuntimeError as error:
        say(error)


run(main())
