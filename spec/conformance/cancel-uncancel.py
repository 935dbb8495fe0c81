# A request can be taken back before it is delivered; afterwards only the count goes down.
import asyncio
from virtual_time import run, say


async def work():
    say('begins')
    try:
        await asyncio.sleep(5)
        say('slept')
    except asyncio.CancelledError:
        me = asyncio.current_task()
        say('interrupted; asked', me.cancelling(), 'then', me.uncancel(), me.uncancel())
        await asyncio.sleep(1)
    return 'done'


async def main():
    spared = asyncio.create_task(work(), name='spared')
    spared.cancel()
    say('taken back before it begins:', spared.uncancel())
    doomed = asyncio.create_task(work(), name='doomed')
    doomed.cancel()
    doomed.cancel()
    say('one of two taken back:', doomed.uncancel())
    late = asyncio.create_task(work(), name='late')
    await asyncio.sleep(1)
    late.cancel()
    say('taken back when the sleep was cancelled:', late.uncancel())
    results = await asyncio.gather(spared, doomed, late, return_exceptions=True)
    say(results)


run(main())
