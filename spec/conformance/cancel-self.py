# A task that cancels itself is interrupted where it waits next; if it never does, it ends cancelled.
# To await what is done is not to wait. An error is stronger than the request.
import asyncio
from virtual_time import run, say


async def then(action):
    asyncio.current_task().cancel('by myself')
    try:
        return await action()
    finally:
        say('leaves')


async def awaits_what_is_done():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    say('got', await future)
    await asyncio.sleep(0)
    say('never')


async def returns():
    return 'lost'


async def fails():
    raise ValueError('stronger')


async def sleeps():
    await asyncio.sleep(60)


async def main():
    for action in [awaits_what_is_done, returns, fails, sleeps]:
        task = asyncio.create_task(then(action), name=action.__name__)
        await asyncio.wait([task])
        try:
            say('result:', task.result())
        except BaseException as error:
            say(task.cancelled(), error)


run(main())
