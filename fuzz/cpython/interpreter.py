"""A world in which statements are performed: all that does not suspend, by what the tables say.

What does suspend is in async_interpreter.py. Counterpart: interpreter.ts.
"""

from actions import ACTIONS
from errors import ERRORS
from show import show, show_error
from waits import WAITS
from world import World

ABSENT = object()  # what is there of a thing that there is not


class Interpreter(World):
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
        return self.coroutine(operand)

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
