# A sleeping task is woken by the CancelledError in the next iteration, not at its deadline.
# It stays pending until it has had its say.
import asyncio
from virtual_time import run, say


async def sleeper(seconds):
    try:
        await asyncio.sleep(seconds)
        say('slept well')
    except asyncio.CancelledError:
        say('woken early')
        raise
    finally:
        say('gets up')


async def main():
    tasks = [asyncio.create_task(sleeper(n), name=f'sleeper-{n}') for n in [1, 5, 9]]
    await asyncio.sleep(3)
    for task in tasks:
        say('cancels', task.get_name(), task.cancel())
    done = [task.done() for task in tasks]
    say('done:', done)
    results = await asyncio.gather(*tasks, return_exceptions=True)
    say('results:', results)
    cancelled = [task.cancelled() for task in tasks]
    say('cancelled:', cancelled)


run(main())
