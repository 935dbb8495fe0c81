# One deadline for several steps: each has what the others have left of it.
# An error of another kind is no timeout, even when it comes at the deadline.
import asyncio
from virtual_time import run, say


async def step(deadline, seconds):
    async with asyncio.timeout_at(deadline):
        await asyncio.sleep(seconds)
        say('did a step of', seconds)


async def fails_at_the_deadline():
    async with asyncio.timeout(1) as scope:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            raise ValueError(f'expired: {scope.expired()}')


async def main():
    deadline = asyncio.get_running_loop().time() + 5
    for seconds in [2, 2, 2, 0, 1]:
        try:
            await step(deadline, seconds)
        except TimeoutError as error:
            say('no time for', seconds, error)
    try:
        await fails_at_the_deadline()
    except ValueError as error:
        say('raised', error, '- asked:', asyncio.current_task().cancelling())


run(main())
