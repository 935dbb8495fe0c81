# A greenlet can be given another parent: what it returns, or raises, goes there.
from greenlet import getcurrent, greenlet
from say import say

main = getcurrent()


def worker(name):
    main.switch(name + ' is suspended')
    return name + ' is done'


def collector(first):
    got = [first]
    while len(got) < 3:
        got.append(main.switch(len(got)))
    return got


collect = greenlet(collector)
workers = [greenlet(worker) for _ in range(3)]
for gr, name in zip(workers, ('ann', 'bob', 'cid')):
    say(gr.switch(name))
    gr.parent = collect
for gr in workers:
    say('main got', gr.switch())
say('collector dead:', collect.dead)


def move_oneself():
    getcurrent().parent = new
    raise ValueError('for the new parent')


def catcher():
    try:
        main.switch('ready')
    except ValueError as error:
        return ['caught', error]


new = greenlet(catcher)
say(new.switch())
say('main got', greenlet(move_oneself).switch())
