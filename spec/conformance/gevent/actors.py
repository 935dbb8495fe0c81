# Actors are greenlets of classes of their own: each has an inbox, and does one thing after another
# that is asked of it.
import gevent
from gevent.queue import Queue
from say import say


class Actor(gevent.Greenlet):
    def __init__(self, who):
        super().__init__()
        self.who = who
        self.inbox = Queue()

    def _run(self):
        for message in self.inbox:
            say(self.who, 'is told', message)
            self.receive(message)
        return f'{self.who} goes home'

    def receive(self, message):
        raise ValueError(f'{self.who} does not know what to do')


class Pinger(Actor):
    def receive(self, message):
        gevent.sleep(1)
        ponger.inbox.put('ping')


class Ponger(Actor):
    def receive(self, message):
        pinger.inbox.put('pong')


class Waker(gevent.Greenlet):
    def __init__(self, seconds, text):
        super().__init__(None, seconds, text)

    def _run(self, seconds, text):
        gevent.sleep(seconds)
        say(text)


pinger = Pinger.spawn('ann')
ponger = Ponger.spawn_later(1.5, 'bob')
waker = Waker.spawn(2.75, 'wake up')
pinger.inbox.put('begin')
say('has ended:', len(gevent.joinall([pinger, ponger, waker], timeout=3)))
say('the loop is that of the hub:', waker.loop is gevent.get_hub().loop)
for actor in pinger, ponger:
    actor.inbox.put(StopIteration)
say([actor.get() for actor in gevent.joinall([pinger, ponger])])
nobody = Actor.spawn('nobody')
nobody.inbox.put('to sing')
nobody.join()
say(type(nobody).__name__, nobody.successful(), len(nobody.args))
