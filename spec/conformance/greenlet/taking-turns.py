# Two workers take turns for as long as they are let: at the end each is told to stop where it is.
from greenlet import GreenletExit, getcurrent, greenlet
from say import say

main = getcurrent()
turns = iter(range(5))


def work(name):
    try:
        while True:
            if next(turns, None) is None:
                main.switch(name + ' was the last')
            say(name, 'works')
            other[getcurrent()].switch(names[other[getcurrent()]])
    except GreenletExit:
        say(name, 'stops')


first = greenlet(work)
second = greenlet(work)
other = {first: second, second: first}
names = {first: 'first', second: 'second'}
say(first.switch('first'))
say('both are suspended:', bool(first), bool(second))
first.throw()
second.throw()
say('both are dead:', first.dead, second.dead)
