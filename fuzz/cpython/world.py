"""What a program runs in: a loop, the things the program names, and its trace.

It knows no statement; what looks up what they do is above, in interpreter.py. Counterpart: world.ts.
"""

import asyncio
import contextvars
from asyncio import tasks

from makers import MAKERS
from show import show
from virtual_loop import Loop

LATE, END = 10, 20  # when futures are resolved, and when tasks are cancelled: so that programs end


class World:
    def __init__(self, program):
        self.program = program
        self.trace = []
        self.things = {}  # by name: f0, t3, lock0
        self.callbacks = {}  # by what callbacks.py knows them by
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
        coro = self.coroutine(st)
        options = {'context': self.contexts[st['context']]} if 'context' in st else {}
        if st.get('eager'):
            task = self.loop.register(lambda: asyncio.Task(coro, loop=self.loop, eager_start=True))
        else:
            task = (make or self.loop.create_task)(coro, **options)
        self.named(st['id'], task)

    def named(self, id, task):
        self.things[f't{id}'] = task
        self.labels[task] = f't{id}'

    def starts(self, who, task):
        """Begin a coroutine: it is known by its task, unless that is known already."""
        self.things.setdefault(who, task)
        self.labels.setdefault(task, who)
        self.note(f'{who} starts')

    def info(self):
        task = asyncio.current_task(self.loop)
        asked = '-' if task is None else task.cancelling()
        return f'{self.labels.get(task)} c{asked} n{len(tasks.all_tasks(self.loop))}'

    # ----- What is inside statements: Interpreter says what `act`, `operands` and `coroutine` do

    def run_actions(self, body, who):
        for st in body:
            self.act(st, who)
