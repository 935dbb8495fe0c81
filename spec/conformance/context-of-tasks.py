# A task gets a copy of the context that it is made in: what it sets, nobody else sees.
# A coroutine that is awaited, also with a limit, runs in its caller's.
import asyncio
from contextvars import ContextVar
from virtual_time import run, say

user = ContextVar('user', default='nobody')


async def work(name):
    say('begins as', user.get())
    user.set(name)
    await asyncio.sleep(1)
    say('ends as', user.get())


async def main():
    user.set('main')
    ann = asyncio.create_task(work('ann'), name='ann')
    user.set('still main')
    bob = asyncio.create_task(work('bob'), name='bob')
    await asyncio.gather(ann, bob)
    say('is', user.get(), '- ann:', ann.get_context()[user])
    await asyncio.gather(work('gathered'))
    await asyncio.shield(work('shielded'))
    say('is', user.get())
    await work('awaited')
    say('is', user.get())
    await asyncio.wait_for(work('waited for'), 5)
    say('is', user.get())


run(main())
