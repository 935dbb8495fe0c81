# Where nothing is left that could ever run, main, which waits, is thrown LoopExit; it may go on, and let others
# go on.
# Who blocks in a callback of the loop is refused.
import gevent
from gevent.event import AsyncResult, Event
from gevent.exceptions import BlockingSwitchOutError, LoopExit
from gevent.queue import Queue
from say import say

event, queue, result = Event(), Queue(), AsyncResult()


def waiter():
    say('waits')
    event.wait()
    say('goes on')
    return queue.get()


greenlet = gevent.spawn(waiter)
for wait in greenlet.join, event.wait, queue.get, result.get, lambda: gevent.joinall([greenlet]):
    try:
        wait()
    except LoopExit as error:
        say('LoopExit:', error.args[0], greenlet.ready())
event.set()
try:
    greenlet.get()
except LoopExit as error:
    say('LoopExit:', error.args[0])
queue.put('an item')
say(greenlet.get())


def blocks(greenlet):
    try:
        gevent.sleep(1)
    except BlockingSwitchOutError as error:
        say(error)
    say(greenlet.get(), greenlet.join())


greenlet.rawlink(blocks)
gevent.sleep(0)
try:
    gevent.spawn(gevent.get_hub().switch).join(timeout=1)
    say('timed out')
    gevent.spawn(lambda: Event().wait(1)).join()
    say('a timer is enough')
    Event().wait()
except LoopExit:
    say('LoopExit')
