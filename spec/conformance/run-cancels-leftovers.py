# When main ends, run cancels what is left and waits for it; what fails then is reported.
# The result is main's all the same.
import asyncio
from virtual_time import run, say


async def forgotten(fails):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        say('is cancelled')
        await asyncio.sleep(2)
        say('is clean')
        if fails:
            raise ValueError('failed at the end')
        raise


def report(loop, context):
    say('reported:', context['message'], context['exception'], 'of', context['task'].get_name())


async def main(fails):
    asyncio.get_running_loop().set_exception_handler(report)
    asyncio.create_task(forgotten(fails), name='forgotten')
    await asyncio.sleep(1)
    if fails:
        raise TypeError('main failed')
    return 'the result'


say(run(main(False)))
try:
    run(main(True))
except TypeError as error:
    say('came out:', error)
