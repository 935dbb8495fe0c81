"""What a program runs in: a loop, the things the program names, and its trace. Counterpart: world.ts."""

import asyncio
import contextvars
from asyncio import tasks

from actions import ACTIONS, MAKERS
from errors import ERRORS
from show import show, show_error, state
from virtual_loop import Loop
from waits import WAITS

LATE, END = 10, 20  # when futures are resolved, and when tasks are cancelled: so that programs end
ABSENT = object()  # what is there of a thing that there is not


class World:
    """All that does not suspend; what does is in coroutines.py."""

    def __init__(self, program):
        self.program = program
        self.trace = []
        self.things = {}  # by name: f0, t3, lock0
        self.callbacks = {}
        self.labels = {}  # of tasks
        self.counter = 0
        self.contexts = [contextvars.Context(), contextvars.Context()]
        self.over = False

    def make_loop(self):
        loop = self.loop = Loop(self.trace)
        loop.set_exception_handler(self.handle)
        if self.program.get('eager'):
            loop.set_task_factory(asyncio.eager_task_factory)
        for timer in self.program['timers']:
            loop.call_later(timer['delay'], self.run_actions, timer['body'], 'timer')
        loop.call_later(LATE, self.resolve_futures)
        loop.call_later(END, self.cancel_all)
        return loop

    def handle(self, _loop, context):
        message = context['message']
        if 'never retrieved' in message or 'destroyed' in message:
            return  # found by collecting garbage
        message = 'Exception in callback' if message.startswith('Exception in callback') else message.split('<')[0]
        self.note(f'loop reports {message} {show(context.get("exception"))}')

    def note(self, text):
        if not self.over:
            self.trace.append(f'{self.loop.iteration}@{self.loop.now:g} {text}')

    def resolve_futures(self):
        self.note('late')
        for name, thing in list(self.things.items()):
            if name[0] == 'f' and not thing.done():
                thing.set_result('late')

    def cancel_all(self):
        pending = tasks.all_tasks(self.loop)
        self.note(f'cancelAll {len(pending)}')
        for task in pending:
            task.cancel('end')
        return len(pending) > 0

    # ----- Things and their names

    def thing(self, name):
        thing = self.things.get(name)
        if thing is None:
            make = MAKERS.get(name.rstrip('0123456789'))
            if make is not None:
                thing = self.things[name] = make(self, name)
        return thing

    def size(self, name):
        return self.program['sizes'].get(name, 1)

    def spawn(self, st, make=None):
        coro = self.coroutine(st['id'], st['body'])
        options = {'context': self.contexts[st['context']]} if 'context' in st else {}
        if st.get('eager'):
            task = self.loop.register(lambda: asyncio.Task(coro, loop=self.loop, eager_start=True))
        else:
            task = (make or self.loop.create_task)(coro, **options)
        self.things[f't{st["id"]}'] = task
        self.labels[task] = f't{st["id"]}'

    def operands(self, st):
        return [self.operand(operand) for operand in st['operands']]

    def operand(self, operand):
        if 'ref' in operand:
            return self.thing(operand['ref']) or self.thing('f0')
        if 'make' in operand:
            st = operand['make']
            return WAITS[st['op']](self, self.begin(st)[1], st) or self.thing('f0')
        if operand['spawn']:
            self.spawn(operand)
            return self.things[f't{operand["id"]}']
        return self.coroutine(operand['id'], operand['body'])

    # ----- What does not suspend

    def run_actions(self, body, who):
        for st in body:
            self.act(st, who)

    def act(self, st, who):
        """Perform a statement that does not suspend; False if it is another."""
        op = st['op']
        if op == 'raise':
            self.note(f'{who} raise {st["error"]}')
            raise ERRORS[st['error']]()
        action = ACTIONS.get(op)
        if action is None:
            return False
        label, thing = self.begin(st)
        if thing is ABSENT:
            self.note(f'{who} {label} absent')
            return True
        try:
            self.note(f'{who} {label} -> {show(action(self, thing, st))}')
        except Exception as error:
            self.note(f'{who} {label} ! {show_error(error)}')
        return True

    def begin(self, st):
        """How a statement shows, and what it is about: ABSENT if that does not exist."""
        name = st.get('on')
        if name is None:
            return st['op'], None
        thing = self.thing(name)
        return f'{st["op"]} {name}', ABSENT if thing is None else thing

    def on_done(self, thing, st):
        key = st['on'], st['key']
        if key not in self.callbacks:

            def callback(future):
                self.note(f'callback{st["key"]} done {st["on"]} {state(future)}')
                self.run_actions(st['body'], 'callback')

            self.callbacks[key] = callback
        thing.add_done_callback(self.callbacks[key])

    def make(self, st, make):
        self.things[f'g{st["id"]}'] = make(self.operands(st))

    def call_later(self, st):
        self.things[f'timer{st["id"]}'] = self.loop.call_later(st['delay'], self.run_actions, st['body'], 'later')

    def call_soon(self, st):
        options = {'context': self.contexts[st['context']]} if 'context' in st else {}
        self.loop.call_soon(self.run_actions, st['body'], 'soon', **options)

    def reschedule(self, timeout, st):
        timeout.reschedule(None if st['delay'] is None else self.loop.now + st['delay'])

    def count(self, st):
        self.counter += st['by']
        return self.counter

    def info(self):
        task = asyncio.current_task(self.loop)
        asked = '-' if task is None else task.cancelling()
        return f'{self.labels.get(task)} c{asked} n{len(tasks.all_tasks(self.loop))}'
