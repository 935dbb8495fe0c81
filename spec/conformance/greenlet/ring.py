# Ten thousand greenlets in a ring hand a number on, each adding one, three times around.
from greenlet import getcurrent, greenlet
from say import say

SIZE = 10_000


def node(following):
    number = getcurrent().parent.switch()
    while True:
        number = following().switch(number + 1)


def last(first):
    number = getcurrent().parent.switch()
    for lap in range(1, 4):
        say('lap', lap, 'ends with', number)
        number = first().switch(number + 1) if lap < 3 else number
    return number


ring = [greenlet(last)]
for _ in range(SIZE - 1):
    ring.append(greenlet(node))
for index, gr in enumerate(ring):
    gr.switch(lambda index=index: ring[index - 1])
say('main got', ring[-1].switch(1))
say('dead:', sum(gr.dead for gr in ring), 'active:', sum(bool(gr) for gr in ring))
