# What is thrown into a suspended greenlet is raised at its switch; into a pending one, ends it; into a dead one, comes back.
from greenlet import getcurrent, greenlet
from say import say

main = getcurrent()


def stubborn():
    while True:
        try:
            say('went on with', main.switch('suspended'))
        except ValueError as error:
            say('caught', error)


gr = greenlet(stubborn)
say('main got', gr.switch())
say('main got', gr.throw(ValueError('an instance')))
say('main got', gr.throw(ValueError))
say('main got', gr.switch('a value'))
try:
    gr.throw(KeyError)
except KeyError as error:
    say('main caught', type(error).__name__, gr.dead)

pending = greenlet(stubborn)
try:
    pending.throw(ValueError('it has not begun'))
except ValueError as error:
    say('main caught', error, pending.dead)

try:
    pending.throw(ValueError('it is dead'))
except ValueError as error:
    say('main caught', error)

try:
    main.throw(ValueError('into oneself'))
except ValueError as error:
    say('main caught', error)


def thrower(target):
    try:
        target.throw(ValueError('from a greenlet'))
    except ValueError as error:
        return ['back in the thrower:', error]


def target():
    main.switch()


gr = greenlet(target)
gr.switch()
throws = greenlet(thrower)
gr.parent = throws
say(throws.switch(gr), gr.dead)
