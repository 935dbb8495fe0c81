# In debug mode, what cannot be called is refused where it is scheduled; otherwise, it is reported when its time comes.
from virtual_time import VirtualTimeLoop, say


async def work():
    say('never runs')


def attempt(action):
    try:
        action()
    except TypeError as error:
        say(error)


loop = VirtualTimeLoop()
loop.set_exception_handler(lambda loop, context: say(context['message']))
coro = work()
for debug in [True, False]:
    loop.set_debug(debug)
    say('debug:', loop.get_debug())
    attempt(lambda: loop.call_soon(5))
    attempt(lambda: loop.call_later(1, 5))
    attempt(lambda: loop.call_at(2, 'f'))
    attempt(lambda: loop.call_soon_threadsafe(5))
    if debug:
        attempt(lambda: loop.call_soon(work))
        attempt(lambda: loop.call_later(1, coro))
coro.close()
loop.call_later(3, loop.stop)
loop.run_forever()
loop.close()
