# A callback that fails does not stop the loop: the exception handler is told, and the next callback runs.
# It runs in the context of the callback.
import asyncio
from contextvars import ContextVar
from virtual_time import run, say

user = ContextVar('user', default='nobody')


def report(loop, context):
    say('reported:', context['message'].split('(')[0], context['exception'], '- of', user.get())


def fail(text):
    say('fails')
    raise ValueError(text)


def fail_to_be_called(future):
    raise TypeError('no')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    user.set('main')
    loop.call_soon(fail, 'soon')
    loop.call_soon(say, 'the next callback')
    loop.call_later(1, fail, 'later')
    future = loop.create_future()
    future.add_done_callback(fail_to_be_called)
    future.add_done_callback(lambda _: say('the next callback of the future'))
    user.set('other')
    future.set_result(None)
    await asyncio.sleep(2)
    loop.call_exception_handler({'message': 'by hand', 'exception': ValueError('made up')})
    say('the handler is set:', loop.get_exception_handler() is report)
    try:
        loop.set_exception_handler('report')
    except TypeError as error:
        say(error)


run(main())
