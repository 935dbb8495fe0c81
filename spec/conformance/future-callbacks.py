# A future calls nobody itself: its callbacks go to the loop, in their order.
# The same callback may be there twice; taken away, it is gone as often as it was there.
import asyncio
from virtual_time import run, say


def first(future):
    say('first:', future.result())
    future.add_done_callback(late)


def second(future):
    say('second:', future.result())


def late(future):
    say('added when it was done:', future.result())


async def main():
    future = asyncio.get_running_loop().create_future()
    for callback in [second, first, second, first]:
        future.add_done_callback(callback)
    say('removed', future.remove_done_callback(second), future.remove_done_callback(late))
    future.add_done_callback(second)
    future.set_result(42)
    say('the result is set; nobody was called')
    await future
    say('to await what is done takes no time: still nobody')
    await asyncio.sleep(0)
    say('now they were called')
    await asyncio.sleep(0)


run(main())
