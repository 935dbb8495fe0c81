# To sleep for no time gives way to the others, once.
# Time does not pass, and nobody is overtaken.
import asyncio
from virtual_time import run, say


async def count(turns):
    for turn in range(turns):
        say('turn', turn)
        await asyncio.sleep(0)
    say('gets', await asyncio.sleep(-1, 'a result'))


async def timer():
    await asyncio.sleep(0.5)
    say('half a second')


async def main():
    asyncio.get_running_loop().call_soon(say, 'called soon')
    await asyncio.gather(count(3), timer(), count(1), count(2))


run(main())
