# Who comes while a round is still leaving waits for the next one.
# A reset in between breaks the barrier only for those who have not gone on yet.
import asyncio
from virtual_time import run, say


async def visitor(barrier, again=False):
    try:
        say('passes as', await barrier.wait())
        if again:
            say('comes again')
            say('passes again as', await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        say(error)


async def main():
    barrier = asyncio.Barrier(2)
    a = asyncio.create_task(visitor(barrier), name='a')
    b = asyncio.create_task(visitor(barrier, again=True), name='b')
    c = asyncio.create_task(visitor(barrier), name='c')
    await asyncio.gather(a, b, c)
    say('waiting:', barrier.n_waiting)

    d = asyncio.create_task(visitor(barrier), name='d')
    await asyncio.sleep(1)
    await barrier.wait()
    say('lets d go on, but resets before it does')
    await barrier.reset()
    await d
    say('broken:', barrier.broken, 'waiting:', barrier.n_waiting)


run(main())
