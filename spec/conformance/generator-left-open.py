# What is left of an asynchronous generator when the program ends is closed by run.
# One that fails meanwhile is reported to the exception handler.
import asyncio
from virtual_time import run, say

left = []


async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        say(name, 'cleans up')
        await asyncio.sleep(1)
        say(name, 'is clean')
        if name == 'broken':
            raise ValueError('failed')


def report(loop, context):
    say(context['message'].split(' <')[0], context['exception'])


async def main(name):
    asyncio.get_running_loop().set_exception_handler(report)
    generator = numbers(name)
    left.append(generator)
    say('first:', await generator.__anext__())
    finished = numbers('another')
    async for n in finished:
        say('heard', n)
    say('main ends')
    return name


for name in ['good', 'broken']:
    say('returned:', run(main(name)))
