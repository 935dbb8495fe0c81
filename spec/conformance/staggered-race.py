# A race with staggered starts: the next begins when the one before has failed, or has taken too long.
# The first to succeed wins; the others are cancelled.
import asyncio
from asyncio.staggered import staggered_race
from virtual_time import run, say


def connect(name, seconds, fails=False):
    async def attempt():
        asyncio.current_task().set_name(name)
        say('begins')
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            say('is cancelled')
            raise
        if fails:
            say('fails')
            raise ValueError('refused')
        say('succeeds')
        return f'the page from {name}'

    return attempt


async def main():
    say(await staggered_race([connect('a', 0.5, fails=True), connect('b', 9), connect('c', 1), connect('d', 1)], 1.5))
    say(await staggered_race([connect('e', 1, fails=True), connect('f', 1, fails=True)], None))
    say(await staggered_race([], 1))


run(main())
