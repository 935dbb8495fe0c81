const { expect } = require('chai');
const { Stepper } = require('../../../lib/trace/step/stepper');
const { linesMarkedIn } = require('../../host/chains');
const { program } = require('./native-program');

const at = linesMarkedIn(require.resolve('./native-program'));
const shownChain = (chain) => chain.map(({ name, line }) => `${name}:${line}`).join(' ');

/** What there is to see after a step: of each task its status, and where it waits. */
function pictureOf(stepper) {
  const tasks = [...stepper.state().tasks.values()];
  return tasks.map(({ name, status, chain }) => `${name} ${status} ${shownChain(chain)}`);
}

describe('A stepper, in a program of native async functions,', () => {
  let stepper;

  beforeEach(() => {
    stepper = new Stepper(program);
  });

  it('tells by which calls each task waits, and in which lines', () => {
    stepper.untilTime(1);
    stepper.untilTask('b');
    expect(pictureOf(stepper)).to.deep.equal([
      `Task-1 waiting main:${at('sleep')}`,
      `a waiting waits:${at('waits')} inner:${at('inner')}`,
      `b waiting waits:${at('waits')} inner:${at('inner')}`,
      `doomed waiting endless:${at('endless')}`,
    ]);
  });

  it('knows no variables of such calls', () => {
    stepper.step();
    expect(
      stepper
        .state()
        .tasks.get(1)
        .chain.map(({ variables }) => variables),
    ).to.deep.equal([undefined]);
  });

  it('finds, on the way back, at every step what was there on the way on', () => {
    const onward = [];
    const back = [];
    do onward.push(pictureOf(stepper));
    while (stepper.step());
    do back.unshift(pictureOf(stepper));
    while (stepper.back());
    expect(back).to.deep.equal(onward.slice(0, back.length));
    expect(onward.length - back.length).to.be.at.most(1);
  });

  it('comes to the same end after it went back as before', () => {
    while (stepper.step());
    const [result, { events }] = [stepper.main.result(), stepper];
    stepper.seek(6);
    while (stepper.step());
    expect([stepper.main.result(), stepper.events]).to.deep.equal([result, events]);
    expect(result.slice(0, 2)).to.deep.equal(['a', 'b']);
  });

  it('steps to where a native task is cancelled, and cleans up, awaiting', () => {
    stepper.untilTime(2);
    stepper.untilTask('doomed');
    const { chain, status } = [...stepper.state().tasks.values()].find(({ name }) => name === 'doomed');
    expect([status, shownChain(chain)]).to.deep.equal(['scheduled', `endless:${at('cleaning')}`]);
  });
});
