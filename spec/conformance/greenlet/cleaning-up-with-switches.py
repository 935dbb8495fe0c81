# A greenlet that is told to end may switch while it cleans up: it ends when it is switched to again.
from greenlet import GreenletExit, getcurrent, greenlet
from say import say

main = getcurrent()


def careful(name):
    try:
        main.switch(name + ' works')
    except GreenletExit:
        say(name, 'asks for a moment')
        say(name, 'got', main.switch(name + ' is not done'))
        raise
    finally:
        say(name, helper.switch(getcurrent()))


def help(asker):
    while True:
        asker = asker.switch('has cleaned up')


helper = greenlet(help)
ann = greenlet(careful)
say(ann.switch('ann'))
say(ann.throw())
say('ann dead:', ann.dead)
result = ann.switch('the moment')
say(type(result).__name__, 'ann dead:', ann.dead)

bob = greenlet(careful)
say(bob.switch('bob'))
try:
    bob.throw(ValueError('bob fails'))
except ValueError as error:
    say(error, '- bob dead:', bob.dead)
