# Waiting for a condition gives up its lock, and takes it again before going on.
# notify wakes those who have waited longest, and they take the lock one after another.
import asyncio
from virtual_time import run, say


async def waiter(condition):
    async with condition:
        say('waits')
        say('was notified:', await condition.wait(), 'locked:', condition.locked())
        await asyncio.sleep(0.5)
    say('leaves')


async def main():
    condition = asyncio.Condition()
    for name in ['a', 'b', 'c', 'd']:
        asyncio.create_task(waiter(condition), name=name)
    await asyncio.sleep(1)
    say('nobody holds the lock:', condition.locked())
    async with condition:
        condition.notify(2)
        say('notified two, and keeps the lock for a second')
        await asyncio.sleep(1)
    await asyncio.sleep(2)
    async with condition:
        condition.notify_all()
        say('notified all')
    await asyncio.sleep(2)


run(main())
