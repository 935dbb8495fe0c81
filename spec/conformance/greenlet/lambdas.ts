// A greenlet may run a plain function: one that ends without a switch, or whose last call is one.
import { getcurrent, greenlet } from 'yieldstar';
import { say } from './say';

const main = getcurrent();
say(greenlet((a, b) => a + b).switch(1, 2));

const gr = greenlet((n) => main.switch(n + 1));
say(gr.switch(1), gr.dead);
say(gr.switch('its result'), gr.dead);

const inner = greenlet((n) => n * 2);
const outer = greenlet((n) => inner.switch(n * 10));
inner.parent = outer;
say(outer.switch(2), inner.dead, outer.dead);

class Counter {
  count = 0;

  add(n: number) {
    this.count += n;
    return this.count;
  }
}

const counter = new Counter();
const add = counter.add.bind(counter);
say(greenlet(add).switch(5), greenlet(add).switch(6), counter.count);
say(greenlet(main.switch.bind(main)).switch('a switch for its function'));
