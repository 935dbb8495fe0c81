# Aborted, a barrier is broken for those who wait and for those who come; a reset repairs it.
import asyncio
from virtual_time import run, say


async def visitor(barrier):
    try:
        say('passes as', await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        say(error)


async def main():
    barrier = asyncio.Barrier(3)
    for name in ['a', 'b']:
        asyncio.create_task(visitor(barrier), name=name)
    await asyncio.sleep(1)
    await barrier.abort()
    say('aborted; broken:', barrier.broken, 'waiting:', barrier.n_waiting)
    await asyncio.sleep(1)
    await visitor(barrier)
    await barrier.reset()
    say('reset; broken:', barrier.broken)
    await asyncio.gather(visitor(barrier), visitor(barrier), visitor(barrier))


run(main())
