# A loop says what is wrong with how it is used.
# It runs one thing at a time, not at all once it is closed, and is not closed while it runs.
import asyncio
from virtual_time import VirtualTimeLoop, run, say


async def nothing():
    pass


def attempt(action):
    try:
        action()
    except Exception as error:
        say(error)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    attempt(lambda: loop.run_until_complete(future))
    attempt(lambda: other.run_until_complete(future))
    attempt(lambda: loop.close())
    attempt(lambda: loop.call_later(None, nothing))
    attempt(lambda: loop.call_at(None, nothing))
    attempt(lambda: loop.set_task_factory(5))


other = VirtualTimeLoop()
attempt(lambda: asyncio.get_running_loop())
run(main())
other.close()
other.close()
attempt(lambda: other.call_soon(nothing))
attempt(lambda: other.call_later(1, nothing))
attempt(lambda: other.run_forever())
say(other.is_closed(), other.is_running())
