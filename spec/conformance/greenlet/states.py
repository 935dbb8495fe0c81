# A greenlet is pending, then active until it ends, then dead; one of them is the current one.
from greenlet import getcurrent, greenlet
from say import say

main = getcurrent()


def look(when):
    is_current = getcurrent() is gr
    say(when, '- current:', is_current, 'active:', bool(gr), 'dead:', gr.dead, 'main active:', bool(main), main.dead)


def run():
    look('begun')
    main.switch()
    look('went on')


gr = greenlet(run)
look('pending')
gr.switch()
look('suspended')
gr.switch()
look('dead')


def fails():
    raise ValueError


gr = greenlet(fails)
try:
    gr.switch()
except ValueError:
    look('failed')

gr = greenlet(run)
gr.throw()
look('ended before it began')
