# A task outlives the run that it was started in: run it again, and it goes on.
# Where the loop is stopped before the task is done, there is no result to give.
import asyncio
from virtual_time import VirtualTimeLoop, say

loop = VirtualTimeLoop()


async def work():
    for n in [1, 2, 3]:
        await asyncio.sleep(1)
        say('did', n)
    return 'done'


task = loop.create_task(work(), name='worker')
loop.call_later(1.5, loop.stop)
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    say(error)
say('result:', loop.run_until_complete(task))
loop.call_soon(say, 'a run of what is done is one iteration')
say('again:', loop.run_until_complete(task))
loop.close()
