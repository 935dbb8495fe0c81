"""The done-callbacks of a program, of which each can be removed again.

Two statements that agree in `on` and `key` mean the same callback. Counterpart: callbacks.ts.
"""

from show import state


def callback_for(world, st):
    """Give the callback that was made for the like of `st`, or make it."""
    callback = find_callback(world, st) or make_callback(world, st)
    world.callbacks[name_of(st)] = callback
    return callback


def find_callback(world, st):
    return world.callbacks.get(name_of(st))


def make_callback(world, st):
    def callback(future):
        world.note(f'callback{st["key"]} done {st["on"]} {state(future)}')
        world.run_actions(st['body'], 'callback')

    return callback


def name_of(st):
    return st['on'], st['key']
