# Who blocks instead of waiting stops the world.
# Timers that are due meanwhile run afterwards, late, in the order of their deadlines.
import asyncio
from virtual_time import run, say


async def waits(seconds):
    say('waits for', seconds)
    await asyncio.sleep(seconds)
    say('woke')


async def blocks(seconds):
    await asyncio.sleep(1)
    say('blocks for', seconds)
    asyncio.get_running_loop().advance(seconds)
    say('is back')
    await asyncio.sleep(1)
    say('is done')


async def main():
    await asyncio.gather(waits(4.5), blocks(3), waits(2), waits(1.5), waits(5))


run(main())
