"""A program of greenlets, run by gevent, and the trace of that.

Counterpart: run-program.ts.
"""

import gevent
from interpreter import Interpreter
from show import show_error


def run_program(program):
    """Run it, and give what was noted on the way, and how each thing is in the end."""
    world = Interpreter(program)

    def print_exception(_context, _type, value, _trace):
        world.note(f'hub prints {show_error(value)}')

    gevent.get_hub().print_exception = print_exception
    world.main()
    return world.trace + world.ends()
