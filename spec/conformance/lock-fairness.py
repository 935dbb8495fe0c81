# A lock goes to whoever has waited longest.
# Also when someone else asks for it at the very moment it is released.
import asyncio
from virtual_time import run, say


async def worker(lock, seconds):
    async with lock:
        say('has the lock')
        await asyncio.sleep(seconds)
        say('releases it')


async def main():
    lock = asyncio.Lock()
    for name in ['a', 'b', 'c']:
        asyncio.create_task(worker(lock, 1), name=name)
    await asyncio.sleep(1)
    say('asks, too; locked:', lock.locked())
    async with lock:
        say('has the lock last')


run(main())
