# Asked to stop, the loop finishes its iteration; the rest waits for the next run.
# A loop stopped before it runs does a single iteration.
from virtual_time import VirtualTimeLoop, say

loop = VirtualTimeLoop()


def stop():
    loop.stop()
    loop.call_soon(say, 'scheduled after the stop')
    loop.call_later(0, say, 'a timer, due at once')
    say('stops the loop')


loop.call_soon(say, 'before the stop')
loop.call_soon(stop)
loop.call_soon(say, 'the rest of the iteration')
loop.run_forever()
say('the loop has stopped:', loop.is_running())
loop.stop()
loop.run_forever()
say('stopped beforehand, it did one iteration')
loop.call_later(1, loop.stop)
loop.run_forever()
say('the end, at', loop.time())
loop.close()
