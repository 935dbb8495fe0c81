# GreenletExit ends a greenlet, with itself for the result; who catches it may return something else, or go on.
from greenlet import GreenletExit, getcurrent, greenlet
from say import say

main = getcurrent()


def simple():
    try:
        main.switch()
    finally:
        say('cleaned up')


def returns():
    try:
        main.switch()
    except GreenletExit as exit:
        return ['asked to end with', list(exit.args)]


def swallows():
    try:
        main.switch()
    except GreenletExit:
        say('swallowed')
    main.switch('still here')


def show(what, result):
    say(what, type(result).__name__, list(result.args) if isinstance(result, GreenletExit) else result)


gr = greenlet(simple)
gr.switch()
show('ended:', gr.throw())
show('ended before:', gr.throw())
show('with a value:', gr.throw(GreenletExit('bye')))

gr = greenlet(simple)
show('pending:', gr.throw(GreenletExit('never began')))
say(gr.dead)

for run in (returns, swallows):
    gr = greenlet(run)
    gr.switch()
    say(gr.throw(GreenletExit('why')), gr.dead)


def raises():
    raise GreenletExit('of its own')


show('raised:', greenlet(raises).switch())
