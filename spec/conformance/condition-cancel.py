# Cancelled while it waits for a condition, a task still takes the lock again before it goes.
# If it had been notified already, another is notified in its place.
import asyncio
from virtual_time import run, say


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
            say('was notified')
        except asyncio.CancelledError as error:
            say('caught', error, '- locked:', condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition), name=f'waiter-{n}') for n in [1, 2, 3]]
    await asyncio.sleep(1)
    async with condition:
        tasks[0].cancel('while it waits')
        await asyncio.sleep(1)
        say('holds the lock; the cancelled one is done:', tasks[0].done())
        tasks[0].cancel('while it waits for the lock')
        await asyncio.sleep(1)
        condition.notify(1)
        say('notifies one, who is then cancelled')
        tasks[1].cancel('after it was notified')
    await asyncio.wait(tasks)
    cancelled = [task.cancelled() for task in tasks]
    say('cancelled:', cancelled, 'locked:', condition.locked())


run(main())
