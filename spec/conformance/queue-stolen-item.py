# An item is not reserved for the getter that it wakes: another may take it first.
# The one who comes too late waits again, at the end of the line.
import asyncio
from virtual_time import run, say


async def getter(queue):
    say('got', await queue.get())


async def main():
    queue = asyncio.Queue()
    for name in ['a', 'b']:
        asyncio.create_task(getter(queue), name=name)
    await asyncio.sleep(1)
    queue.put_nowait('first')
    say('takes it back:', queue.get_nowait())
    await asyncio.sleep(1)
    queue.put_nowait('second')
    await asyncio.sleep(1)
    queue.put_nowait('third')
    await asyncio.sleep(1)
    say('left:', queue.qsize())


run(main())
