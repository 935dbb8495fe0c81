# join waits until each item that was put has been reported done, not only taken.
# More reports than items are an error.
import asyncio
from virtual_time import run, say


async def worker(queue):
    while True:
        item = await queue.get()
        say('works on', item)
        await asyncio.sleep(item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    await queue.join()
    say('nothing put, nothing to wait for')
    workers = [asyncio.create_task(worker(queue), name=f'worker-{n}') for n in [1, 2]]
    for seconds in [3, 1, 1.5, 0.5]:
        queue.put_nowait(seconds)
    await queue.join()
    say('all done; left:', queue.qsize())
    for task in workers:
        task.cancel()
    results = await asyncio.gather(*workers, return_exceptions=True)
    say(results)
    try:
        queue.task_done()
    except ValueError as error:
        say(error)


run(main())
