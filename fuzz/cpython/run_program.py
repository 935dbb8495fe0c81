"""A program, run by asyncio's event loop, and the trace of that.

Counterpart: run-program.ts.
"""

import asyncio

from async_interpreter import AsyncInterpreter
from show import look, show, show_error
from virtual_loop import Cut


def run_program(program):
    """Run it, and give what was noted on the way, and how each thing is in the end."""
    world = AsyncInterpreter(program)
    try:
        MODES[world.program['mode']](world)
    except Cut:
        world.trace.append('cut')
    except Exception as error:
        world.trace.append(f'failed: {error!r}')  # a program that makes no sense
    world.trace += [f'{name} {look(thing)}' for name, thing in world.things.items()]
    world.over = True
    return world.trace


def forever(world):
    world.make_loop()
    for task in world.program['tasks']:
        world.spawn(task)
    go_on(world)


def go_on(world):
    """Run the loop until nothing is left to do, however often it is stopped."""
    for _ in range(10):
        try:
            world.loop.run_forever()
        except Cut:
            raise
        except BaseException as error:
            world.note(f'left ! {show_error(error)}')
            continue
        if not world.loop.idle:
            world.note('stopped')
            continue
        world.note('deadlock')
        if not world.cancel_all():
            break


def until(world):
    world.make_loop()
    for i, task in enumerate(world.program['tasks']):
        if i % 2:
            world.spawn(task)
            tell(world, 'until', lambda: world.loop.run_until_complete(world.things[f't{task["id"]}']))
        else:
            main = world.coroutine(task)
            tell(world, 'until', lambda: world.loop.run_until_complete(main))
    go_on(world)


def by_run(world):
    for task in world.program['tasks'][:1]:
        main = world.coroutine(task)
        tell(world, 'run', lambda: asyncio.run(main, loop_factory=world.make_loop))


def by_runner(world):
    runner = asyncio.Runner(loop_factory=world.make_loop)
    runner.get_loop()  # also where there are no tasks
    for task in world.program['tasks']:
        tell(world, 'runner', lambda: runner.run(world.coroutine(task)))
    tell(world, 'close', runner.close)


def tell(world, label, action):
    try:
        world.note(f'{label} -> {show(action())}')
    except Cut:
        raise
    except BaseException as error:
        world.note(f'{label} ! {show_error(error)}')


MODES = {'forever': forever, 'until': until, 'run': by_run, 'runner': by_runner}
