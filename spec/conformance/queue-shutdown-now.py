# Shut down immediately, a queue drops what it has: those items count as done, what is being worked on does not.
import asyncio
from virtual_time import run, say


async def worker(queue):
    try:
        while True:
            item = await queue.get()
            say('works on', item)
            await asyncio.sleep(2)
            queue.task_done()
            say('has done', item)
    except asyncio.QueueShutDown as error:
        say('is told', error)


async def joiner(queue):
    await queue.join()
    say('all is done')


async def main():
    queue = asyncio.Queue()
    for item in 'abcd':
        await queue.put(item)
    asyncio.create_task(worker(queue), name='worker')
    asyncio.create_task(joiner(queue), name='joiner')
    await asyncio.sleep(1)
    queue.shutdown(immediate=True)
    say('shut down; left:', queue.qsize())
    for attempt in [lambda: queue.put_nowait('e'), queue.get_nowait]:
        try:
            attempt()
        except asyncio.QueueShutDown as error:
            say(error)
    await asyncio.sleep(5)


run(main())
