# A wait with a limit runs a coroutine in the task that waits, and cancels it when time is up.
# A task that is slow to clean up delays the TimeoutError; one that declines gives its result.
import asyncio
from virtual_time import run, say


async def work(seconds):
    say('works for', seconds)
    try:
        await asyncio.sleep(seconds)
        return 'a result'
    finally:
        say('leaves')


async def cleans_up():
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(2)
        say('is clean')


async def declines():
    try:
        await asyncio.sleep(60)
        return 'too late'
    except asyncio.CancelledError:
        return 'a late result'


async def main():
    say('got', await asyncio.wait_for(work(1), 2))
    for coro in [work(60), asyncio.create_task(cleans_up()), asyncio.create_task(declines())]:
        try:
            say('got', await asyncio.wait_for(coro, 1))
        except TimeoutError as error:
            say('caught', error, '- asked:', asyncio.current_task().cancelling())
    say('got', await asyncio.wait_for(work(100), None))


run(main())
