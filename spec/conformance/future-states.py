# A future is pending, then done, once and for all; asked too early or told too often, it objects.
import asyncio
from virtual_time import run, say


def attempt(action):
    try:
        say(action())
    except BaseException as error:
        say(error)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    attempt(future.result)
    attempt(future.exception)
    future.set_result('first')
    attempt(lambda: future.set_result('second'))
    attempt(lambda: future.set_exception(ValueError('second')))
    attempt(future.cancel)
    say(future.done(), future.cancelled(), future.result(), future.exception())

    failed = loop.create_future()
    failed.set_exception(ValueError('no'))
    attempt(failed.result)
    say(failed.done(), failed.cancelled(), failed.exception())

    cancelled = loop.create_future()
    attempt(lambda: cancelled.cancel('not needed'))
    attempt(cancelled.cancel)
    attempt(cancelled.result)
    attempt(cancelled.exception)
    attempt(lambda: cancelled.set_result('second'))
    attempt(lambda: loop.create_future().set_exception(5))


run(main())
