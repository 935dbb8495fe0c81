# One request, and the way it takes: through a timeout, a group, a gather, a shield and a wait with a limit.
# The shield is where it ends; what is behind goes on.
import asyncio
from virtual_time import run, say


async def work():
    try:
        await asyncio.sleep(5)
        return 'a result'
    finally:
        say('leaves')


async def layer(text, awaitable):
    try:
        return await awaitable
    except asyncio.CancelledError as error:
        say(text, error)
        raise


async def nest(protected):
    gathered = asyncio.gather(layer('gathered', asyncio.wait_for(work(), 60)), asyncio.shield(protected))
    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        group.create_task(layer('of the group', gathered), name='of the group')
        await layer('the body', asyncio.sleep(60))


async def main():
    protected = asyncio.create_task(work(), name='protected')
    task = asyncio.create_task(layer('outermost', nest(protected)), name='outermost')
    await asyncio.sleep(1)
    task.cancel('one request')
    await asyncio.wait([task])
    say('cancelled:', task.cancelled(), 'asked:', task.cancelling(), 'protected:', protected.cancelled())
    say('got', await protected)


run(main())
