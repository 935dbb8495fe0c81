import { expect } from 'chai';
import { gevent, repr, ValueError } from '../../../lib';
import { Log, onNewLoops } from '../support';

describe('AbstractLinkable', () => {
  const printed = onNewLoops();

  it('tells those who are linked in order, once, whatever one of them throws', () => {
    const log = new Log();
    const event = new gevent.Event();
    const note = (): void => log.note('first');
    event.rawlink(note);
    event.rawlink(note);
    event.rawlink(() => {
      throw new ValueError('link');
    });
    event.rawlink(() => log.note('last'));
    event.set();
    gevent.sleep(0);
    expect(log.entries).to.deep.equal(['first@0', 'last@0']);
    expect(printed[0]).to.match(/failed with ValueError$/);
  });

  it('tells nobody who was taken out before his turn', () => {
    const log = new Log();
    const event = new gevent.Event();
    const note = (): void => log.note('told');
    event.rawlink(note);
    event.set();
    event.unlink(note);
    gevent.sleep(0);
    expect([log.entries, event.linkcount()]).to.deep.equal([[], 0]);
  });

  it('tells who is linked when it is ready already', () => {
    const log = new Log();
    const result = new gevent.AsyncResult<number>();
    result.set(1);
    result.rawlink(({ value }) => log.note(value));
    gevent.sleep(0);
    expect(log.entries).to.deep.equal(['1@0']);
  });

  it('refuses to link what is no function', () => {
    expect(() => new gevent.Event().rawlink(5 as never)).to.throw(TypeError, 'Expected callable: 5');
  });

  it('shows itself, and how many are linked', () => {
    const [event, result] = [new gevent.Event(), new gevent.AsyncResult()];
    expect([repr(event), repr(result)]).to.deep.equal(['<Event clear _links[0]>', '<AsyncResult unset _links[0]>']);
    event.set();
    result.set(5);
    expect([repr(event), repr(result)]).to.deep.equal(['<Event set _links[0]>', '<AsyncResult value=5 _links[0]>']);
  });
});
