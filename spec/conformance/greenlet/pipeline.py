# A pipeline: each stage asks the one before for the next item, and what ends the first ends them all.
from greenlet import getcurrent, greenlet
from say import say


class Finished(Exception):
    pass


def source(asker):
    for n in range(1, 7):
        asker = asker.switch(n)
    raise Finished('after 6')


def only_even(asker):
    while True:
        n = ask(numbers)
        if n % 2 == 0:
            asker = asker.switch(n)


def squared(asker):
    while True:
        asker = asker.switch(ask(evens) ** 2)


def ask(stage):
    stage.parent = getcurrent()
    return stage.switch(getcurrent())


numbers = greenlet(source)
evens = greenlet(only_even)
squares = greenlet(squared)
try:
    while True:
        say('main got', ask(squares))
except Finished as error:
    say('finished', str(error))
say('dead:', numbers.dead, evens.dead, squares.dead)
