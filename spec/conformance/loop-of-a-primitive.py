# A primitive belongs to the loop on which somebody first waited for it; unless it has to wait, it serves on any.
import asyncio
from virtual_time import run, say

lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue()


async def attempt(name, coro):
    try:
        await asyncio.wait_for(coro, 1)
    except (TimeoutError, RuntimeError) as error:
        text = str(error)
        say(name, 'waits' if text == '' else text[text.index('is bound'):])


async def main():
    async with lock:
        await attempt('lock', lock.acquire())
    await attempt('event', event.wait())
    await attempt('queue', queue.get())
    event.set()
    queue.put_nowait('an item')
    say(await event.wait(), await queue.get(), await lock.acquire())
    event.clear()
    lock.release()


run(main())
run(main())
