# A bounded queue makes a quick producer wait for a slow consumer.
import asyncio
from virtual_time import run, say


async def producer(queue):
    for n in range(5):
        say('puts', n, 'full:', queue.full())
        await queue.put(n)
    say('has put all:', queue.qsize())


async def consumer(queue):
    for _ in range(5):
        await asyncio.sleep(1)
        say('got', await queue.get(), 'left:', queue.qsize())


async def main():
    queue = asyncio.Queue(maxsize=2)
    p = asyncio.create_task(producer(queue), name='producer')
    c = asyncio.create_task(consumer(queue), name='consumer')
    await asyncio.gather(p, c)
    say('empty:', queue.empty(), 'full:', queue.full(), 'at most:', queue.maxsize)


run(main())
