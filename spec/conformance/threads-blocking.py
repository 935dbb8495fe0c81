# A blocking call stops the world; in a thread it stops nobody.
# It sees the context variables of whoever handed it over, and what it sets, only itself.
import asyncio
from contextvars import ContextVar
from virtual_threads import ThreadPoolExecutor, blocking
from virtual_time import run, say

user = ContextVar('user', default='nobody')


def look_up(name):
    before = user.get()
    user.set(name)
    if name == 'nobody':
        raise ValueError('no such page')
    return f'{name}, asked for by {before}'


async def tick(count):
    for n in range(count):
        await asyncio.sleep(1)
        say('tick', n)


async def main():
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(4))
    read = blocking(2.5, look_up)
    ticker = asyncio.create_task(tick(6), name='ticker')
    user.set('main')
    say('got', await asyncio.to_thread(read, 'page 1'))
    say('got', read('page 2'))
    say('is', user.get())
    try:
        await asyncio.to_thread(read, 'nobody')
    except ValueError as error:
        say('caught', error)
    await ticker


run(main())
