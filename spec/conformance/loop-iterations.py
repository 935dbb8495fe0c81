# What a callback schedules waits for the next iteration.
# An iteration runs what was ready when it began, and nothing else.
from virtual_time import VirtualTimeLoop, say

loop = VirtualTimeLoop()


def callback(name, depth):
    say(name, 'at depth', depth)
    if depth < 2:
        loop.call_soon(callback, name, depth + 1)
        loop.call_soon(callback, name + "'", depth + 1)


loop.call_soon(callback, 'a', 0)
loop.call_soon(callback, 'b', 0)
loop.call_later(1, loop.stop)
loop.run_forever()
loop.close()
