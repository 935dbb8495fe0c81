# To switch to oneself gives the value back; a switch to the dead goes to the next above that lives.
from greenlet import getcurrent, greenlet
from say import say

main = getcurrent()
say('main got', main.switch(1))
say('main got', main.switch(1, 2))


def run(value):
    got = getcurrent().switch(value, 'from myself')
    return ['done', got]


gr = greenlet(run)
say('main got', gr.switch('first'))
say('main got', gr.switch('to the dead'))
say('main got', gr.switch('several', 'to', 'the dead'))


def ends():
    return 'ended'


def waits(*args):
    say('the one above got', main.switch('waiting'))
    return 'the one above is done'


above = greenlet(waits)
dead = greenlet(ends, above)
deader = greenlet(ends, dead)
say(above.switch())
dead.parent = main
say(dead.switch(), dead.dead)
dead.parent = above
say('to a dead one:', dead.switch('a value'), above.dead)
say('to a dead one whose parent is dead:', dead.switch('another'))
say('one that has not begun, below two that are dead:', deader.switch())

above = greenlet(waits)
deader.parent = above
say('the one above begins:', deader.switch())
