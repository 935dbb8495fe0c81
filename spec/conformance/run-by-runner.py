# A Runner runs one coroutine after another, on one loop and in one context; closed, it runs no more.
import asyncio
from contextvars import ContextVar, copy_context
from virtual_time import VirtualTimeLoop, run, say

visits = ContextVar('visits', default=0)


async def visit(seconds):
    visits.set(visits.get() + 1)
    await asyncio.sleep(seconds)
    say('visit', visits.get())
    return visits.get()


def attempt(action):
    try:
        say('gave', action())
    except RuntimeError as error:
        say(error)


async def inside():
    coro = visit(1)
    attempt(lambda: runner.run(coro))
    attempt(lambda: run(coro))
    await coro


runner = asyncio.Runner(loop_factory=VirtualTimeLoop)
attempt(lambda: runner.run(visit(1)))
attempt(lambda: runner.run(visit(2)))
attempt(lambda: runner.run(visit(1), context=copy_context()))
attempt(lambda: runner.run(inside()))
say('outside, visits are', visits.get(), '- the time is', runner.get_loop().time())
runner.close()
runner.close()
attempt(lambda: runner.get_loop())
