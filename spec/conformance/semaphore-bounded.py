# A BoundedSemaphore notices who gives back more than was taken; a Semaphore grows.
# Neither begins below zero.
import asyncio
from virtual_time import run, say


def attempt(action):
    try:
        say(action())
    except ValueError as error:
        say(error)


async def main():
    bounded = asyncio.BoundedSemaphore(1)
    attempt(bounded.release)
    async with bounded:
        say('none left:', bounded.locked())
        try:
            await asyncio.wait_for(bounded.acquire(), 1)
        except TimeoutError as error:
            say(error)
    say('none left:', bounded.locked())
    attempt(bounded.release)
    unbounded = asyncio.Semaphore()
    attempt(unbounded.release)
    say(await unbounded.acquire(), await unbounded.acquire(), unbounded.locked())
    attempt(lambda: asyncio.Semaphore(-1))
    attempt(lambda: asyncio.BoundedSemaphore(-1))


run(main())
