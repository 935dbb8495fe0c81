"""What suspends: coroutines, statement by statement.

Counterpart: async-interpreter.ts and generator-interpreter.ts.
"""

import asyncio

from errors import CATCHES
from interpreter import ABSENT, Interpreter
from show import look, show, show_error
from waits import WAITS

NOTHING = object()  # what a block gives that was not left by a `return`


class AsyncInterpreter(Interpreter):
    async def coroutine(self, st):
        if st.get('late'):
            await asyncio.sleep(0)
        who = f't{st["id"]}'
        task = asyncio.current_task()
        self.starts(who, task)
        try:
            value = await self.block(st['body'], who)
        except BaseException as error:
            self.note(f'{who} ends ! {show_error(error)} c{task.cancelling()}')
            raise
        value = None if value is NOTHING else value
        self.note(f'{who} ends -> {show(value)} c{task.cancelling()}')
        return value

    async def block(self, body, who):
        for st in body:
            value = await self.statement(st, who)
            if value is not NOTHING:
                return value
        return NOTHING

    async def statement(self, st, who):
        if self.act(st, who):
            return NOTHING
        op = st['op']
        if op == 'return':
            return st['value']
        if op in STRUCTURES:
            return await STRUCTURES[op](self, st, who)
        await self.wait(st, who)
        return NOTHING

    async def wait(self, st, who):
        label, thing = self.begin(st)
        if thing is ABSENT:
            self.note(f'{who} {label} absent')
            return
        try:
            awaitable = WAITS[st['op']](self, thing, st)
            if awaitable is None:
                self.note(f'{who} {label} refused')
                return
            value = await awaitable
        except BaseException as error:
            self.note(f'{who} {label} ! {show_error(error)} c{asyncio.current_task().cancelling()}')
            raise
        self.note(f'{who} {label} -> {show(value)}')

    async def call(self, st, who):
        return await self.block(st['body'], who)

    async def repeat(self, st, who):
        for _ in range(st['times']):
            value = await self.block(st['body'], who)
            if value is not NOTHING:
                return value
        return NOTHING

    async def try_(self, st, who):
        try:
            return await self.block(st['body'], who)
        except CATCHES[st['catches']] as error:
            self.note(f'{who} caught {show_error(error)} c{asyncio.current_task().cancelling()}')
            value = await self.block(st['handler'], who)
            if value is not NOTHING:
                return value
            if st['then'] == 'raise':
                raise
            if st['then'] == 'transform':
                raise ValueError('new') from error
            if st['then'] == 'uncancel':
                self.note(f'{who} uncancel -> {asyncio.current_task().uncancel()}')
            return NOTHING
        finally:
            if 'finally' in st:
                self.note(f'{who} finally')
                await self.block(st['finally'], who)

    async def timeout(self, st, who):
        delay = st['delay']
        timeout = asyncio.timeout(delay) if delay is None or not st.get('at') else asyncio.timeout_at(self.loop.now + delay)
        return await self.within(f'timeout{st["id"]}', timeout, st, who)

    async def group(self, st, who):
        return await self.within(f'group{st["id"]}', asyncio.TaskGroup(), st, who)

    async def within(self, name, manager, st, who):
        self.things[name] = manager
        try:
            async with manager:
                value = await self.block(st['body'], who)
        except BaseException as error:
            self.note(f'{who} {name} ! {show_error(error)} {look(manager)} c{asyncio.current_task().cancelling()}')
            raise
        self.note(f'{who} {name} -> {look(manager)} c{asyncio.current_task().cancelling()}')
        return value

    async def with_(self, st, who):
        name = st['on']
        try:
            async with self.thing(name) as target:
                self.note(f'{who} with {name} -> {show(target)}')
                value = await self.block(st['body'], who)
        except BaseException as error:
            self.note(f'{who} leave {name} ! {show_error(error)}')
            raise
        self.note(f'{who} leave {name} -> {look(self.thing(name))}')
        return value

    async def as_completed(self, st, who):
        completed = asyncio.as_completed(self.operands(st), timeout=st['timeout'])
        left = st.get('take')
        if st['form'] == 'async':
            async for each in completed:
                await self.each(each, who)
                left = left and left - 1
                if left == 0:
                    break
        else:
            for each in completed:
                await self.each(each, who)
                left = left and left - 1
                if left == 0:
                    break
        return NOTHING

    async def each(self, awaitable, who):
        try:
            self.note(f'{who} asCompleted -> {show(await awaitable)}')
        except Exception as error:
            self.note(f'{who} asCompleted ! {show_error(error)}')

    async def generate(self, st, who):
        items = self.items(st, who)
        try:
            async for item in items:
                self.note(f'{who} generate -> {item}')
                if item == st.get('closes'):
                    await items.aclose()
        finally:
            items = None  # one that has ended would still be closed with the loop, while a traceback holds it
        return NOTHING

    async def items(self, st, who):
        try:
            for item in range(st['times']):
                await self.block(st['body'], who)
                yield item
        finally:
            self.note(f'{who} generate ends')


STRUCTURES = {
    'call': AsyncInterpreter.call,
    'repeat': AsyncInterpreter.repeat,
    'try': AsyncInterpreter.try_,
    'timeout': AsyncInterpreter.timeout,
    'group': AsyncInterpreter.group,
    'with': AsyncInterpreter.with_,
    'asCompleted': AsyncInterpreter.as_completed,
    'generate': AsyncInterpreter.generate,
}
