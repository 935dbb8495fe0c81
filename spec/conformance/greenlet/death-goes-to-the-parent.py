# What a greenlet returns goes to its parent, whoever switched to it last.
from greenlet import getcurrent, greenlet
from say import say


def child():
    say('child began')
    return 'of the child'


def other():
    say('other switches to child')
    gr.switch()
    say('never said: nobody switches back to other')


gr = greenlet(child)
visitor = greenlet(other)
say('main got', visitor.switch())
say('child dead:', gr.dead, 'other dead:', visitor.dead)


def parent(value):
    say('parent began with', value)
    return 'of the parent'


def no_result():
    pass


above = greenlet(parent)
below = greenlet(child, above)
say('main got', below.switch())
say('both dead:', below.dead, above.dead)

above = greenlet(parent)
say('main got', greenlet(no_result, above).switch())


def made_within():
    inner = greenlet(child)
    say('made by main:', inner.parent is getcurrent().parent, 'by this:', inner.parent is getcurrent())
    say('got', inner.switch())
    return 'of the maker'


say('main got', greenlet(made_within).switch())
