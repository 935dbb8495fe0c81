# The way up has to lead to main: no greenlet is above itself, main is below nobody, and only greenlets are parents.
from greenlet import getcurrent, greenlet
from say import say


def nothing():
    pass


def attempt(what, gr, parent):
    try:
        gr.parent = parent
        say(what, 'done')
    except Exception as error:
        say(what, 'refused:', str(error))


main = getcurrent()
a = greenlet(nothing)
b = greenlet(nothing, a)
c = greenlet(nothing, b)
attempt('a under c:', a, c)
attempt('a under a:', a, a)
attempt('main under a:', main, a)
attempt('c under a:', c, a)
attempt('b under c:', b, c)
say('b is under c:', b.parent is c, 'c is under a:', c.parent is a, 'a is under main:', a.parent is main)
say('main has a parent:', main.parent is not None)
for make in (lambda: greenlet(nothing, []), lambda: setattr(a, 'parent', [])):
    try:
        make()
    except TypeError as error:
        say(str(error).split(',')[0])
