# A cancelled callback never runs, even when the request comes in the same iteration.
# Cancelling what has run, or twice, does no harm.
from virtual_time import VirtualTimeLoop, say

loop = VirtualTimeLoop()


def cancel(name):
    say('cancels', name)
    handles[name].cancel()
    handles[name].cancel()


handles = {
    'first': loop.call_soon(say, 'first'),
    'canceller': loop.call_soon(cancel, 'later in this iteration'),
    'later in this iteration': loop.call_soon(say, 'never'),
    'timer': loop.call_later(2, say, 'never, either'),
    'rival': loop.call_later(1, cancel, 'timer'),
    'past': loop.call_later(1, cancel, 'first'),
    'end': loop.call_later(3, loop.stop),
}
loop.run_forever()
for name in handles:
    say(name, handles[name].cancelled())
say(handles['timer'].when(), handles['end'].when())
loop.close()
