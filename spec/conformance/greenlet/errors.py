# What is refused: to run what cannot be called, to throw what is no error, to change what has begun.
from greenlet import getcurrent, greenlet
from say import say

main = getcurrent()


def attempt(what, func):
    try:
        say(what, func())
    except (TypeError, AttributeError) as error:
        say(what, 'refused')
        return str(error)


def run():
    main.switch('suspended')
    return 'done'


gr = greenlet('no function')
attempt('to call a text:', gr.switch)
say('it is dead:', gr.dead)

gr = greenlet(run)
attempt('to throw a number:', lambda: gr.throw(5))
say('it is dead:', gr.dead, 'it is active:', bool(gr))
attempt('another run:', lambda: setattr(gr, 'run', lambda: main.switch('the other')))
attempt('to switch:', gr.switch)
say(attempt('another run:', lambda: setattr(gr, 'run', run)))
attempt('dead:', lambda: setattr(gr, 'dead', True))
attempt('to switch:', lambda: gr.switch('a value'))
say('it is dead:', gr.dead)
say(attempt('another run:', lambda: setattr(gr, 'run', run)))


def needs_two(a, b):
    return a + b


attempt('what it needs:', lambda: greenlet(needs_two).switch(1, 2))
