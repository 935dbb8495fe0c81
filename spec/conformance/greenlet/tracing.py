# A tracer is told of each switch: whether a value comes or an error, from whom, and to whom.
from greenlet import getcurrent, gettrace, greenlet, settrace
from say import say

main = getcurrent()


def tracer(event, args):
    origin, target = args
    say(event, 'from', names[origin], 'to', names[target], '- current:', names[getcurrent()])


def first():
    second.switch('hello')
    say('first goes on')


def second_run(value):
    say('second begins with', value)
    try:
        main.switch()
    except ValueError:
        say('second goes on')
        raise


first = greenlet(first)
second = greenlet(second_run)
names = {main: 'main', first: 'first', second: 'second'}
say('before:', settrace(tracer) is None)
say('traced:', gettrace() is tracer)
first.switch()
try:
    second.throw(ValueError)
except ValueError:
    say('main caught it')
main.switch('oneself')
second.switch('the dead')
first.throw()
say('until now:', settrace(None) is tracer)
second.switch()
say('after:', gettrace() is None)
