# Two greenlets hand control to each other, each in the midst of its function.
from greenlet import greenlet
from say import say


def test1():
    say(12)
    gr2.switch()
    say(34)


def test2():
    say(56)
    gr1.switch()
    say(78)


gr1 = greenlet(test1)
gr2 = greenlet(test2)
gr1.switch()
say('first dead:', gr1.dead, 'second dead:', gr2.dead)
gr2.switch()
say('second dead:', gr2.dead)
