# A lock that is not held cannot be released; whoever fails while holding it lets it go.
# Waiting for it can be given up.
import asyncio
from virtual_time import run, say


async def fail(lock):
    async with lock:
        say('has the lock:', lock.locked())
        raise ValueError('failed')


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        say(error)
    try:
        await fail(lock)
    except ValueError as error:
        say(error, '- locked:', lock.locked())
    say('acquired:', await lock.acquire(), lock.locked())
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except TimeoutError as error:
        say(error, '- locked:', lock.locked())
    say('released:', lock.release(), lock.locked())


run(main())
