# A switch takes values along, and gives what is switched back with: one as it is, several together.
from greenlet import getcurrent, greenlet
from say import say

main = getcurrent()


def echo(*args):
    say('began with', args)
    got = yield_back('first')
    while True:
        say('went on with', got)
        got = yield_back(got)


def yield_back(value):
    return main.switch('back', value)


gr = greenlet(echo)
say('main got', gr.switch(1, 2))
say('main got', gr.switch('one'))
say('main got', gr.switch('several', 'at', 'once'))
say('main got', gr.switch(['a list']))
say('main got', gr.switch(None))


def add(a, b):
    c = main.switch(a + b)
    d, e = main.switch(a + b + c)
    return a + b + c + d + e


gr = greenlet(add)
say(gr.switch(1, 2), gr.switch(3), gr.switch(4, 5), gr.dead)
