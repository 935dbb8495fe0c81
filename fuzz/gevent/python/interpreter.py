"""A world in which statements are performed, by what the tables say.

Counterpart: interpreter.ts.
"""

import gevent
from actions import ACTIONS
from show import show_error
from structures import STRUCTURES
from waits import WAITS
from world import World

ABSENT = object()  # what is there of a thing that is not
FAILS = 0.375  # the delay at whose end a call fails


class Interpreter(World):
    def main(self):
        """Do what main does; what is raised there is noted, and main goes on."""
        for st in self.program['main']:
            self.telling(lambda: self.statement(st, 'main'))
        self.telling(lambda: self.note(f'main waits -> {self.show(gevent.wait(None, 20))}'))

    def telling(self, action):
        try:
            action()
        except BaseException as error:
            self.note(f'main ! {show_error(error)}')

    def runner(self, who, body):
        """What a greenlet called `who` runs."""

        def life():
            self.note(f'{who} begins')
            try:
                self.block(body, who)
            except BaseException as error:
                self.note(f'{who} dies ! {show_error(error)}')
                raise
            self.note(f'{who} ends')
            return who

        return life

    def call(self, delay):
        """What is called with the items of a map: it takes its time, and may fail."""
        self.note(f'call {delay:g}')
        gevent.sleep(delay)
        self.note(f'called {delay:g}')
        if delay == FAILS:
            raise ValueError('call')
        return delay

    def block(self, body, who):
        for st in body:
            self.statement(st, who)

    def statement(self, st, who):
        op = st['op']
        if op == 'raise':
            raise ValueError('raised')
        if op in STRUCTURES:
            STRUCTURES[op](self, st, who)
        elif op in ACTIONS:
            self.act(st, who)
        else:
            self.wait(st, who)

    def act(self, st, who):
        """Perform what does not wait; what it raises is noted."""
        thing = self.thing_of(st)
        if thing is ABSENT:
            return self.note(f'{who} {label_of(st)} absent')
        try:
            self.note(f'{who} {label_of(st)} -> {self.show(ACTIONS[st["op"]](self, thing, st))}')
        except BaseException as error:
            self.note(f'{who} {label_of(st)} ! {show_error(error)}')
            if not isinstance(error, Exception):
                raise

    def wait(self, st, who):
        """Perform what waits; what it raises goes on."""
        thing = self.thing_of(st)
        if thing is ABSENT:
            return self.note(f'{who} {label_of(st)} absent')
        try:
            value = WAITS[st['op']](self, thing, st)
        except BaseException as error:
            self.note(f'{who} {label_of(st)} ! {show_error(error)}')
            raise
        if st['op'] == 'poolSpawn':
            self.named(f'g{st["id"]}', value)
        self.note(f'{who} {label_of(st)} -> {self.show(value)}')

    def thing_of(self, st):
        return self.things.get(st['on'], ABSENT) if 'on' in st else None


def label_of(st):
    return f'{st["op"]} {st["on"]}' if 'on' in st else st['op']
