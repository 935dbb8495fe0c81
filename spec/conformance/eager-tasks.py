# An eager task runs at once, up to where it first waits; one that never waits is done as soon as it is made.
# What it awaits later takes as long as ever.
import asyncio
from virtual_time import run, say


async def work(name, turns):
    asyncio.current_task().set_name(name)
    say('begins')
    for turn in range(turns):
        await asyncio.sleep(turn)
        say('turn', turn)
    return name


def start(name, turns):
    return asyncio.create_task(work(name, turns), name=name)


async def main():
    lazy = start('lazy', 0)
    say('lazy is done:', lazy.done())
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    quick = start('quick', 0)
    say('quick is done:', quick.done(), quick.result())
    slow = start('slow', 2)
    say('slow is done:', slow.done())
    asyncio.get_running_loop().call_soon(say, 'an iteration')
    say('to await what is done takes no time:', await quick)
    say('nor to gather it:', await asyncio.gather(start('a', 0), start('b', 0)))
    say('slow:', await slow)
    say('lazy:', await lazy)


run(main())
