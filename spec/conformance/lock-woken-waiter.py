# Released, a lock is free until the next in line runs; yet nobody can slip in.
# If the one who was woken is cancelled first, the lock goes to the one behind.
import asyncio
from virtual_time import run, say


async def worker(lock):
    try:
        async with lock:
            say('has the lock')
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        say('is cancelled; locked:', lock.locked())
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(worker(lock), name=f'worker-{n}') for n in [1, 2, 3]]
    await asyncio.sleep(1)
    lock.release()
    say('released; locked:', lock.locked())
    latecomer = asyncio.create_task(worker(lock), name='latecomer')
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    say('locked:', lock.locked())
    tasks[2].cancel()
    await asyncio.wait([*tasks, latecomer])
    say('locked:', lock.locked())


run(main())
