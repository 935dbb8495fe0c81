# A TaskGroup is left when all of its tasks have ended, also those that they started.
# Results are asked for afterwards. A group without tasks takes no time.
import asyncio
from virtual_time import run, say


async def work(group, depth):
    await asyncio.sleep(1)
    if depth < 3:
        group.create_task(work(group, depth + 1), name=f'depth-{depth + 1}')
    say('is done')
    return depth * 10


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work(group, 1), name='depth-1')
        second = group.create_task(asyncio.sleep(0.5, 'a result'))
        say('the body ends')
    say('the group ends', first.result(), second.result())
    async with asyncio.TaskGroup():
        asyncio.get_running_loop().call_soon(say, 'an iteration')
    say('a group without tasks ends')
    await asyncio.sleep(0)


run(main())
