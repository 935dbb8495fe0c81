# A task starts in the next iteration, in the order of creation; a coroutine that is awaited starts at once.
# To await a coroutine costs no iteration, to await a task two.
import asyncio
from virtual_time import run, say


def count(turn):
    say('iteration', turn)
    if turn < 6:
        asyncio.get_running_loop().call_soon(count, turn + 1)


async def work(name):
    say(name, 'runs')
    return name


async def main():
    count(1)
    first = asyncio.create_task(work('the first task'))
    second = asyncio.create_task(work('the second task'))
    say('made two tasks; neither has run')
    say('got', await work('the coroutine'))
    say('got', await first)
    say('got', await second)
    say('got', await asyncio.create_task(work('the third task')))


run(main())
