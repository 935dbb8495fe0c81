# Each greenlet has context variables of its own: none are set, unless it is given a context before it begins.
from contextvars import ContextVar, copy_context
from greenlet import getcurrent, greenlet
from say import say

main = getcurrent()
user = ContextVar('user', default='nobody')
user.set('ann')


def run(name):
    say(name, 'begins as', user.get())
    user.set(name)
    main.switch()
    say(name, 'goes on as', user.get())


bob = greenlet(run)
cid = greenlet(run)
cid.gr_context = copy_context()
bob.switch('bob')
cid.switch('cid')
say('main is', user.get(), '- seen from outside:', bob.gr_context[user], cid.gr_context[user])
bob.switch()
cid.switch()
say('main is', user.get())

shared = copy_context()
dan, eve = greenlet(run), greenlet(run)
dan.gr_context = eve.gr_context = shared
dan.switch('dan')
eve.switch('eve')
dan.switch()
say('in the shared one:', shared[user])


def within():
    gr = greenlet(run)
    gr.gr_context = main.gr_context
    gr.switch('fay')


copy_context().run(within)
say('main is', user.get())


def changes_context():
    getcurrent().gr_context = shared
    say('now as', user.get())


greenlet(changes_context).switch()
