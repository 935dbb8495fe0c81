// Each greenlet has context variables of its own: none are set, unless it is given a context before it begins.
import { ContextVar, copyContext, getcurrent, greenlet } from 'yieldstar';
import { say } from './say';

const main = getcurrent();
const user = new ContextVar('user', { default: 'nobody' });
user.set('ann');

function* run(name: string) {
  say(name, 'begins as', user.get());
  user.set(name);
  yield* main.switch();
  say(name, 'goes on as', user.get());
}

const bob = greenlet(run);
const cid = greenlet(run);
cid.grContext = copyContext();
bob.switch('bob');
cid.switch('cid');
say('main is', user.get(), '- seen from outside:', bob.grContext.get(user), cid.grContext.get(user));
bob.switch();
cid.switch();
say('main is', user.get());

const shared = copyContext();
const [dan, eve] = [greenlet(run), greenlet(run)];
dan.grContext = eve.grContext = shared;
dan.switch('dan');
eve.switch('eve');
dan.switch();
say('in the shared one:', shared.get(user));

function within() {
  const gr = greenlet(run);
  gr.grContext = main.grContext;
  gr.switch('fay');
}

copyContext().run(within);
say('main is', user.get());

function changesContext() {
  getcurrent().grContext = shared;
  say('now as', user.get());
}

greenlet(changesContext).switch();
