# Two trees are walked at the same time, each by a recursion of its own, to compare their leaves.
from greenlet import getcurrent, greenlet
from say import say

END = 'end'


def walk(tree):
    if isinstance(tree, list):
        for branch in tree:
            walk(branch)
    else:
        say('at leaf', tree)
        getcurrent().parent.switch(tree)


def leaves(tree):
    walk(tree)
    return END


def same_fringe(left, right):
    walkers = [(greenlet(leaves), left), (greenlet(leaves), right)]
    while True:
        a, b = [gr.switch() if gr else gr.switch(tree) for gr, tree in walkers]
        if a != b:
            return False
        if a == END:
            return True


say(same_fringe([1, [2, [3, 4]]], [[1, 2], [[3], 4]]))
say(same_fringe([1, [2, 3]], [[1, 5], 3]))
say(same_fringe([1, [2]], [1, 2, [3]]))


def deep(depth):
    return ['x'] if depth == 0 else [deep(depth - 1)]


say(same_fringe(deep(100), 'x'))
