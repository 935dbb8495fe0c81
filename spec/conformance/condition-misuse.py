# A condition can be waited for, and notified, only with its lock held; the lock may be one's own, and shared.
import asyncio
from virtual_time import run, say


def attempt(action):
    try:
        action()
    except Exception as error:
        say(error)


async def waiter(name, condition):
    async with condition:
        await condition.wait()
        say(name)


async def main():
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock)
    attempt(full.notify)
    attempt(full.notify_all)
    attempt(full.release)
    try:
        await full.wait()
    except RuntimeError as error:
        say(error)
    asyncio.create_task(waiter('full', full))
    asyncio.create_task(waiter('empty', empty))
    await asyncio.sleep(1)
    async with lock:
        empty.notify()
        say('notified one of two conditions with one lock:', full.locked())
    await asyncio.sleep(1)
    async with full:
        full.notify()
    await asyncio.sleep(1)


run(main())
