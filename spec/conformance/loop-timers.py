# Timers run in the order of their deadlines; those of one deadline in the order in which they were made.
# It does not matter by which method, or how long before.
from virtual_time import VirtualTimeLoop, say

loop = VirtualTimeLoop()


def start():
    loop.call_later(2, say, 'made first, in 2')
    loop.call_later(1, say, 'made second, in 1')
    loop.call_at(2, say, 'made third, at 2')
    loop.call_later(1, again)
    loop.call_later(0, say, 'in no time')
    loop.call_soon(say, 'soon')
    loop.call_later(-5, say, 'too late')


def again():
    loop.call_later(1, say, 'made at 1, in 1')
    loop.call_at(1.5, say, 'made at 1, at 1.5')
    loop.call_at(1, say, 'made at 1, at 1')


loop.call_soon(start)
loop.call_later(3, loop.stop)
loop.run_forever()
loop.close()
