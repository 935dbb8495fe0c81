# An event lets through all who wait when it is set, even if it is cleared at once; those who come later wait again.
import asyncio
from virtual_time import run, say


async def visitor(gate, pause):
    await asyncio.sleep(pause)
    say('arrives; open:', gate.is_set())
    say('is let in:', await gate.wait())


async def main():
    gate = asyncio.Event()
    for name, pause in [('a', 0.5), ('b', 0), ('c', 1), ('d', 1.5), ('e', 3)]:
        asyncio.create_task(visitor(gate, pause), name=name)
    await asyncio.sleep(1)
    gate.set()
    gate.clear()
    say('opened and closed')
    await asyncio.sleep(1)
    gate.set()
    gate.set()
    say('opened:', gate.is_set(), await gate.wait())
    await asyncio.sleep(2)


run(main())
