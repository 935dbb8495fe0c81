# Parents make a chain up to main; each greenlet that ends hands on to the next above.
from greenlet import getcurrent, greenlet
from say import say


def level(n):
    if n == 3:
        say('depth', depth())
        return 'top'
    below = greenlet(level)
    got = below.switch(n + 1)
    say('level', n, 'got', got)
    return [got, n]


def depth():
    count = 0
    each = getcurrent()
    while each.parent:
        count += 1
        each = each.parent
    return count


say('main got', greenlet(level).switch(0))
say('depth of main', depth())


def pass_on(*args):
    return args + (names[getcurrent()],)


names = {}
above = getcurrent()
for name in ('a', 'b', 'c'):
    above = greenlet(pass_on, above)
    names[above] = name
say('main got', above.switch('x'))
