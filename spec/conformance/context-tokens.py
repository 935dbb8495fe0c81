# Setting a variable gives a token, which puts the old value back: once, and only where it was set.
import asyncio
from contextvars import ContextVar, copy_context
from virtual_time import run, say

depth = ContextVar('depth')


def attempt(action):
    try:
        say('got', action())
    except (LookupError, RuntimeError, ValueError) as error:
        say(type(error).__name__)


async def nested(level):
    token = depth.set(level)
    if level < 3:
        await asyncio.sleep(1)
        await nested(level + 1)
    say('depth', depth.get())
    depth.reset(token)


async def main():
    attempt(depth.get)
    attempt(lambda: depth.get(0))
    await asyncio.gather(nested(1), nested(2))
    token = depth.set(7)
    copy = copy_context()
    attempt(lambda: copy.run(depth.reset, token))
    depth.reset(token)
    attempt(depth.get)
    attempt(lambda: depth.reset(token))
    say('the copy has kept it:', copy[depth])


run(main())
