# A getter who is cancelled when an item has just come for it leaves the item to the next in line.
# The same goes for a place in a full queue.
import asyncio
from virtual_time import run, say


async def getter(queue):
    say('got', await queue.get())


async def putter(queue, item):
    await queue.put(item)
    say('put', item)


async def main():
    queue = asyncio.Queue(maxsize=1)
    getters = [asyncio.create_task(getter(queue), name=f'getter-{n}') for n in [1, 2, 3]]
    await asyncio.sleep(1)
    queue.put_nowait('an item')
    getters[0].cancel()
    await asyncio.sleep(1)
    getters[2].cancel()
    asked = [task.cancelling() for task in getters]
    say('cancelled:', asked, 'left:', queue.qsize())

    queue.put_nowait('the first')
    putters = [asyncio.create_task(putter(queue, n), name=f'putter-{n}') for n in [1, 2, 3]]
    await asyncio.sleep(1)
    say('took', queue.get_nowait())
    putters[0].cancel()
    await asyncio.sleep(1)
    say('took', queue.get_nowait(), 'and', await queue.get())
    await asyncio.wait(putters)
    say('left:', queue.qsize())


run(main())
