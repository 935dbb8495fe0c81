# A greenlet may run a plain function: one that ends without a switch, or whose last call is one.
from greenlet import getcurrent, greenlet
from say import say

main = getcurrent()
say(greenlet(lambda a, b: a + b).switch(1, 2))

gr = greenlet(lambda n: main.switch(n + 1))
say(gr.switch(1), gr.dead)
say(gr.switch('its result'), gr.dead)

inner = greenlet(lambda n: n * 2)
outer = greenlet(lambda n: inner.switch(n * 10))
inner.parent = outer
say(outer.switch(2), inner.dead, outer.dead)


class Counter:
    def __init__(self):
        self.count = 0

    def add(self, n):
        self.count += n
        return self.count


counter = Counter()
say(greenlet(counter.add).switch(5), greenlet(counter.add).switch(6), counter.count)
say(greenlet(main.switch).switch('a switch for its function'))
