# Shut down, a queue takes no more, gives what it still has, and then says so to all who wait.
import asyncio
from virtual_time import run, say


async def producer(queue):
    try:
        for n in range(5):
            await queue.put(n)
            say('put', n)
    except asyncio.QueueShutDown as error:
        say('is told', error)


async def consumer(queue):
    try:
        while True:
            say('got', await queue.get())
            queue.task_done()
            await asyncio.sleep(1)
    except asyncio.QueueShutDown as error:
        say('is told', error)


async def main():
    queue = asyncio.Queue(maxsize=2)
    asyncio.create_task(producer(queue), name='producer')
    asyncio.create_task(consumer(queue), name='consumer')
    await asyncio.sleep(0.5)
    queue.shutdown()
    say('shut down; left:', queue.qsize())
    await queue.join()
    say('left:', queue.qsize())
    await asyncio.sleep(5)

    empty = asyncio.Queue()
    for name in ['a', 'b']:
        asyncio.create_task(consumer(empty), name=name)
    await asyncio.sleep(1)
    empty.shutdown()
    empty.shutdown()
    await asyncio.sleep(1)


run(main())
