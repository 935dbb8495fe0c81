# To wait for a predicate is to look again after each notification; it gives what the predicate gave.
# A predicate that holds at once needs no lock, and no waiting.
import asyncio
from virtual_time import run, say

items = []


def three_items():
    say('looks at', items)
    return items if len(items) >= 3 else None


async def consumer(condition):
    async with condition:
        say('got', await condition.wait_for(three_items))


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(consumer(condition), name='consumer')
    for n in [1, 2, 3]:
        await asyncio.sleep(1)
        async with condition:
            items.append(n)
            condition.notify()
    await task
    say('at once:', await condition.wait_for(lambda: 'yes'))
    try:
        await condition.wait_for(lambda: False)
    except RuntimeError as error:
        say(error)


run(main())
