# A tracer that fails is called no more, and its error is raised in the greenlet that was switched to.
from greenlet import getcurrent, gettrace, greenlet, settrace
from say import say

main = getcurrent()


def tracer(event, args):
    raise ValueError('of the tracer, at a ' + event)


def run():
    try:
        main.switch('suspended')
    except ValueError as error:
        say('the greenlet caught', error)
    return 'done'


gr = greenlet(run)
say(gr.switch())
settrace(tracer)
say(gr.switch(), gr.dead, gettrace() is None)

gr = greenlet(run)
settrace(tracer)
try:
    gr.switch()
except ValueError as error:
    say('main caught', error, '- it has not begun, and is dead:', gr.dead)


def back():
    settrace(tracer)
    main.switch('a value that is lost')
    return 'went on'


gr = greenlet(back)
try:
    gr.switch()
except ValueError as error:
    say('main caught', error, gr.dead)
say(gr.switch(), gr.dead)

settrace(tracer)
try:
    main.switch()
except ValueError as error:
    say('main caught', error)
