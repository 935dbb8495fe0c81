# Reset, a barrier sends away all who wait; it can then be used again.
# One who is cancelled merely leaves: the barrier is not broken by that.
import asyncio
from virtual_time import run, say


async def visitor(barrier):
    try:
        say('passes as', await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        say(error, '- broken:', barrier.broken)
    except asyncio.CancelledError:
        say('is cancelled, waiting:', barrier.n_waiting)
        raise


async def main():
    barrier = asyncio.Barrier(3)
    a, b = [asyncio.create_task(visitor(barrier), name=name) for name in 'ab']
    await asyncio.sleep(1)
    say('waiting:', barrier.n_waiting)
    a.cancel()
    await asyncio.sleep(1)
    say('waiting:', barrier.n_waiting, 'broken:', barrier.broken)
    await barrier.reset()
    say('reset; waiting:', barrier.n_waiting)
    latecomer = asyncio.create_task(visitor(barrier), name='latecomer')
    await asyncio.sleep(1)
    say('waiting:', barrier.n_waiting, 'done:', b.done(), latecomer.done())
    await asyncio.gather(visitor(barrier), visitor(barrier))
    await latecomer


run(main())
