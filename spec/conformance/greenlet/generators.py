# Generators can be made of greenlets: the values go to whoever asks, from any depth.
from greenlet import getcurrent, greenlet
from say import say


class Generator:
    def __init__(self, func, *args):
        self.greenlet = greenlet(self.run)
        self.func = func
        self.args = args

    def run(self):
        self.func(self, *self.args)

    def give(self, *values):
        self.greenlet.parent.switch(*values)

    def __iter__(self):
        while True:
            self.greenlet.parent = getcurrent()
            value = self.greenlet.switch()
            if self.greenlet.dead:
                return
            yield value


def count(gen, n):
    for i in range(n):
        gen.give(i)


def permutations(gen, items, so_far=()):
    if not items:
        gen.give(*so_far)
    for item in items:
        permutations(gen, [each for each in items if each != item], so_far + (item,))


def squares(gen):
    for n in Generator(count, 4):
        gen.give(n * n)


say('count:', list(Generator(count, 3)))
say('permutations:', list(Generator(permutations, [1, 2, 3])))
say('one made of another:', list(Generator(squares)))
