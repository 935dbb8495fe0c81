// A group of errors can be split by class or by a test: each part keeps the shape of the tree.
// A subclass that derives its own kind stays of that kind.
import { ExceptionGroup, RuntimeError, ValueError } from 'yieldstar';
import { say } from './say';

class Failures extends ExceptionGroup {
  override derive(errors: readonly Error[]) {
    return new Failures(this.message, errors);
  }
}

const group = new ExceptionGroup('outer', [
  new ValueError('a'),
  new Failures('inner', [new TypeError('b'), new ValueError('c')]),
  new ExceptionGroup('other', [new TypeError('d')]),
]);
say('all:', group);
let [match, rest] = group.split(ValueError);
say('value errors:', match);
say('others:', rest);
[match, rest] = group.split((error) => error.message === 'c');
say('c:', match);
say('others:', rest);
say('of two classes:', group.subgroup([ValueError, TypeError]));
say('itself:', group.subgroup(Error) === group, group.subgroup(RuntimeError));
const failures = group.subgroup((error) => error instanceof Failures);
say('a group inside:', failures);
const inner = group.errors[1] as Failures;
say('kinds:', inner.subgroup(TypeError)?.constructor.name, group.subgroup(TypeError)?.constructor.name);
for (const errors of [[], [5]]) {
  try {
    new ExceptionGroup('bad', errors as never);
  } catch (error) {
    say(error);
  }
}
