# In a chain of tasks, each awaiting the next, a request goes at once to the innermost.
# The CancelledError comes back one task an iteration, with its message.
import asyncio
from virtual_time import run, say


async def link(depth):
    try:
        if depth == 3:
            await asyncio.sleep(60)
        else:
            await asyncio.create_task(link(depth + 1), name=f'link-{depth + 1}')
    except asyncio.CancelledError as error:
        say('caught', error, '- asked:', asyncio.current_task().cancelling())
        raise


def count(turn):
    say('iteration', turn)
    if turn < 5:
        asyncio.get_running_loop().call_soon(count, turn + 1)


async def main():
    first = asyncio.create_task(link(1), name='link-1')
    await asyncio.sleep(1)
    first.cancel('break')
    count(1)
    await asyncio.wait([first])
    say('cancelled:', first.cancelled())


run(main())
