# Links are called when a greenlet has ended, in order, each in a greenlet of its own; rawlinks in the hub.
# One that fails harms no other. One that comes late is called all the same.
import gevent
from gevent.event import AsyncResult
from say import say


def work(text):
    gevent.sleep(1)
    if text == 'bad':
        raise ValueError(text)
    return text


def told(name):
    def tell(greenlet):
        say(name, greenlet.value, greenlet.exception)
        gevent.sleep(1)
        say(name, 'slept')
    return tell


def fails(greenlet):
    say('fails')
    raise RuntimeError('link')


for text in 'good', 'bad':
    greenlet = gevent.spawn(work, text)
    removed = told('removed')
    result = AsyncResult()
    greenlet.link(told('link'))
    greenlet.link(removed)
    greenlet.rawlink(lambda greenlet: say('rawlink', greenlet.ready()))
    greenlet.link_value(told('value'))
    greenlet.link(fails)
    greenlet.link_exception(told('exception'))
    greenlet.link(result)
    greenlet.unlink(removed)
    greenlet.join()
    say('main goes on')
    greenlet.link(told('late'))
    try:
        say('result', result.get())
    except ValueError as error:
        say('result', error)
    gevent.sleep(2)
