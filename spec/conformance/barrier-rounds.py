# A barrier holds all back until enough have come; then it does so again.
# Each is told its place in the order of arrival; the last does not wait at all.
import asyncio
from virtual_time import run, say


async def runner(barrier, pace):
    for lap in [1, 2]:
        await asyncio.sleep(pace)
        say('is at the barrier, waiting:', barrier.n_waiting)
        place = await barrier.wait()
        say('goes on as', place, 'waiting:', barrier.n_waiting)


async def main():
    barrier = asyncio.Barrier(3)
    say('parties:', barrier.parties)
    await asyncio.gather(runner(barrier, 2), runner(barrier, 1), runner(barrier, 3))
    alone = asyncio.Barrier(1)
    say('alone:', await alone.wait(), await alone.wait())
    async with alone as place:
        say('inside, as', place)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        say(error)


run(main())
