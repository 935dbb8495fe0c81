# An exception that a greenlet does not catch is raised in its parent, and so on, up to main.
from greenlet import greenlet
from say import say


def fails():
    raise ValueError('from below')


def lets_it_pass():
    try:
        greenlet(fails).switch()
    finally:
        say('passes by')


def catches():
    try:
        greenlet(lets_it_pass).switch()
    except ValueError as error:
        say('caught', error)
    return 'went on'


say('main got', greenlet(catches).switch())

gr = greenlet(lets_it_pass)
try:
    gr.switch()
except ValueError as error:
    say('main caught', error, gr.dead)


def raises_another():
    try:
        greenlet(fails).switch()
    except ValueError as error:
        raise KeyError('instead') from error


try:
    greenlet(raises_another).switch()
except KeyError as error:
    say('main caught', type(error).__name__, 'after', error.__cause__)


def never_begins(*args):
    say('never said')


above = greenlet(never_begins)
try:
    greenlet(fails, above).switch()
except ValueError as error:
    say('through one that has not begun:', error, above.dead, bool(above))
