"""What statements do that have a body.

Counterpart: structures.ts, in the same order.
"""

import gevent
from actions import instead_of
from show import show_error

CATCHES = {'Exception': Exception, 'BaseException': BaseException}


def attempt(world, st, who):
    try:
        world.block(st['body'], who)
    except CATCHES[st['catches']] as error:
        world.note(f'{who} caught {show_error(error)}')
        world.block(st['handler'], who)


def within(world, st, who):
    name = f'timeout{st["id"]}'
    timeout = world.named(name, gevent.Timeout(st['delay'], instead_of(st['instead'])))
    try:
        with timeout:
            world.block(st['body'], who)
    finally:
        world.note(f'{who} leaves {name} {world.look(timeout)}')


def in_time(world, st, who):
    value = {'timeout_value': st['value']} if 'value' in st else {}
    given = gevent.with_timeout(st['delay'], world.block, st['body'], who, **value)
    world.note(f'{who} withTimeout -> {world.show(given)}')


def holding(world, st, who):
    with world.things[st['on']]:
        world.note(f'{who} has {st["on"]}')
        world.block(st['body'], who)
    world.note(f'{who} released {st["on"]}')


def for_iwait(world, st, who):
    for_each(world, gevent.iwait(world.those(st['those']), st['timeout'], st['count']), st, who)


def mapping(world, st, who):
    pool = world.things[st['on']]
    imap = pool.imap if st['op'] == 'imap' else pool.imap_unordered
    items = imap(world.call, st['delays'], maxsize=st['maxsize'])
    world.kept.append(items)
    for_each(world, items, st, who)


def for_each(world, items, st, who):
    for item in items:
        world.note(f'{who} {st["op"]} -> {world.show(item)}')
        world.block(st['body'], who)
    world.note(f'{who} {st["op"]} ends')


STRUCTURES = {
    'try': attempt,
    'timeout': within,
    'withTimeout': in_time,
    'with': holding,
    'iwait': for_iwait,
    'imap': mapping,
    'imapUnordered': mapping,
}
