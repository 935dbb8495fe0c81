const { expect } = require('chai');
const { callSites } = require('../../lib/host/call-sites');
const { lookFrom } = require('../../lib/host/awaiting-calls');

const never = new Promise(() => {});

/** The names of the functions that await `promise`, the innermost first. */
function namesFrom(promise) {
  const sites = lookFrom(promise, () => callSites(namesFrom, Infinity));
  return sites.filter((site) => site.isAsync()).map((site) => site.getFunctionName());
}

async function inner(promise) {
  await promise;
}

async function outer(promise) {
  await inner(promise);
}

describe('lookFrom', () => {
  let promise;

  beforeEach(() => {
    promise = new Promise(() => {});
  });

  it('gives what the look gives', () => {
    expect(lookFrom(never, () => 'seen')).to.equal('seen');
  });

  it('has those who await a promise on the stack, as asynchronous callers', () => {
    outer(promise);
    expect(namesFrom(promise)).to.deep.equal(['inner', 'outer']);
  });

  it('looks as often as it is asked, and resumes nothing', () => {
    let count = 0;
    (async function counts() {
      count += 1;
      await promise;
      count += 1;
    })();
    expect([namesFrom(promise), namesFrom(promise), count]).to.deep.equal([['counts'], ['counts'], 1]);
  });

  it('finds nobody behind a promise that nobody awaits, or that is settled', () => {
    const settled = Promise.resolve();
    outer(settled);
    expect([namesFrom(promise), namesFrom(settled)]).to.deep.equal([[], []]);
  });

  it('finds nobody behind a promise that two await, which V8 does not tell apart', () => {
    inner(promise);
    inner(promise);
    expect(namesFrom(promise)).to.deep.equal([]);
  });

  it('goes on by way of Promise.all and then', () => {
    (async function all() {
      await Promise.all([inner(promise).then(() => {})]);
    })();
    expect(namesFrom(promise)).to.deep.equal(['inner', 'all', 'all']);
  });

  it('works within a job, and leaves the jobs alone that are waiting', () => {
    const log = [];
    outer(promise);
    Promise.resolve().then(() => log.push('job'));
    const looking = Promise.resolve().then(() => log.push(...namesFrom(promise)));
    log.push(...namesFrom(promise), 'then');
    return looking.then(() => expect(log).to.deep.equal(['inner', 'outer', 'then', 'job', 'inner', 'outer']));
  });
});
