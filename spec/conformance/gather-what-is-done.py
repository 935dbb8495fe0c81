# A gather of what is done is done itself, and awaiting it takes no iteration.
# With one argument that is not, it takes two more than that.
import asyncio
from virtual_time import run, say


def count(turn):
    say('iteration', turn)
    if turn < 4:
        asyncio.get_running_loop().call_soon(count, turn + 1)


def done(value):
    future = asyncio.get_running_loop().create_future()
    future.set_result(value)
    return future


async def main():
    count(1)
    both = asyncio.gather(done('a'), done('b'))
    say('done:', both.done(), 'got', await both)
    pending = asyncio.get_running_loop().create_future()
    mixed = asyncio.gather(done('c'), pending)
    pending.set_result('d')
    say('done:', mixed.done(), 'got', await mixed)
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(ValueError('failed before'))
    broken = asyncio.gather(failed, done('e'))
    say('done:', broken.done(), 'failed:', broken.exception())


run(main())
