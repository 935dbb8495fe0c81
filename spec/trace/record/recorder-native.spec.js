const { expect } = require('chai');
const { EventLoop } = require('../../../lib');
const { NodeHost } = require('../../../lib/host/node-host');
const { Recorder } = require('../../../lib/trace/record/recorder');
const { linesMarkedIn } = require('../../host/chains');
const { program } = require('../step/native-program');

const at = linesMarkedIn(require.resolve('../step/native-program'));
const shownChain = (chain) => chain.map(({ name, line }) => `${name}:${line}`).join(' ');

describe('A recorder, with a host, of native async functions', () => {
  let events;

  before('record a program', () => {
    const host = new NodeHost();
    const recorder = new Recorder({ host });
    const loop = new EventLoop();
    host.watch();
    const release = host.captureOutput(recorder.wrote.bind(recorder));
    try {
      loop.observer = recorder.watch(loop);
      loop.runUntilComplete(program());
    } finally {
      release();
      host.unwatch();
    }
    ({ events } = recorder);
  });

  it('notes which function each task runs, and where it was made', () => {
    const made = events.filter(({ type }) => type === 'task').slice(1);
    expect(made.map(({ name, coroutine, place }) => `${name} ${coroutine} ${place.line}`)).to.deep.equal([
      `a waits ${at('waiting')}`,
      `b waits ${at('waiting')}`,
      `doomed endless ${at('doomed')}`,
    ]);
  });

  it('notes the calls by which a task is suspended', () => {
    const chains = events
      .filter(({ type, task }) => type === 'suspend' && task === 2)
      .map(({ chain }) => shownChain(chain));
    expect(chains).to.deep.equal([`waits:${at('delay')}`, `waits:${at('waits')} inner:${at('inner')}`]);
  });

  it('notes where something was written', () => {
    const places = events.filter(({ type }) => type === 'output').map(({ text, place }) => [text, place.name]);
    expect(places).to.deep.equal([['cleaned\n', 'endless']]);
  });
});
