# A task that fails has the others cancelled, and the body, where that waits; then all errors come as one group.
# The request that cancelled the body is taken back.
import asyncio
from virtual_time import run, say


async def fail(seconds, error):
    await asyncio.sleep(seconds)
    say('fails')
    raise error


async def sleeper():
    try:
        await asyncio.sleep(60)
    finally:
        say('cleans up')
        await asyncio.sleep(1)
        raise TypeError('while cleaning up')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(1, ValueError('first')), name='failing')
            group.create_task(sleeper(), name='sleeper')
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError as error:
                say('the body caught', error, '- asked:', asyncio.current_task().cancelling())
                raise
    except* ValueError as group_of_some:
        say('value errors:', group_of_some)
    except* TypeError as group_of_some:
        say('type errors:', group_of_some)
    say('asked:', asyncio.current_task().cancelling())
    await asyncio.sleep(1)


run(main())
