# Behind a shield, a task survives the cancellation of who awaits it.
# But not its own: that comes out of the shield.
import asyncio
from virtual_time import run, say


async def work():
    try:
        await asyncio.sleep(3)
        say('is done')
        return 'a result'
    except asyncio.CancelledError as error:
        say('caught', error)
        raise


async def caller(inner):
    try:
        say('got', await asyncio.shield(inner))
    except asyncio.CancelledError as error:
        say('caught', error, '- asked:', asyncio.current_task().cancelling())
        raise


async def main():
    inner = asyncio.create_task(work(), name='inner')
    first = asyncio.create_task(caller(inner), name='first')
    second = asyncio.create_task(caller(inner), name='second')
    await asyncio.sleep(1)
    first.cancel('no more')
    await asyncio.wait([first, second])
    say('cancelled:', first.cancelled(), second.cancelled(), inner.cancelled())

    inner = asyncio.create_task(work(), name='inner')
    third = asyncio.create_task(caller(inner), name='third')
    await asyncio.sleep(1)
    inner.cancel('itself')
    await asyncio.wait([third])
    say('cancelled:', third.cancelled(), inner.cancelled())


run(main())
