# A group of errors can be split by class or by a test: each part keeps the shape of the tree.
# A subclass that derives its own kind stays of that kind.
from virtual_time import say


class Failures(ExceptionGroup):
    def derive(self, exceptions):
        return Failures(self.message, exceptions)


group = ExceptionGroup('outer', [
    ValueError('a'),
    Failures('inner', [TypeError('b'), ValueError('c')]),
    ExceptionGroup('other', [TypeError('d')]),
])
say('all:', group)
match, rest = group.split(ValueError)
say('value errors:', match)
say('others:', rest)
match, rest = group.split(lambda error: str(error) == 'c')
say('c:', match)
say('others:', rest)
say('of two classes:', group.subgroup((ValueError, TypeError)))
say('itself:', group.subgroup(Exception) is group, group.subgroup(RuntimeError))
failures = group.subgroup(lambda error: isinstance(error, Failures))
say('a group inside:', failures)
say('kinds:', type(group.exceptions[1].subgroup(TypeError)).__name__, type(group.subgroup(TypeError)).__name__)
for exceptions in [[], [5]]:
    try:
        ExceptionGroup('bad', exceptions)
    except Exception as error:
        say(error)
