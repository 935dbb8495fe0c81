import { expect } from 'chai';
import { createTask, sleep, type Yielded } from '../../../lib';
import { NodeHost } from '../../../lib/host/node-host';
import type { Host } from '../../../lib/trace/host';
import { Stepper } from '../../../lib/trace/step/stepper';
import { thrownBy } from '../../support';

describe('A stepper, on a host that can tell what a language cannot,', () => {
  const usual = Stepper.defaultHost;
  let host: NodeHost;
  let watching: number;
  let stepper: Stepper<unknown>;

  beforeEach(() => {
    host = new NodeHost();
    watching = 0;
    Stepper.defaultHost = counted(host);
  });

  afterEach(() => {
    Stepper.defaultHost = usual;
  });

  /** A host that counts how many watch. */
  function counted(inner: Host): Host {
    const own: Partial<Host> = {
      watch: () => {
        watching += 1;
        inner.watch();
      },
      unwatch: () => {
        watching -= 1;
        inner.unwatch();
      },
    };
    return new Proxy(inner, { get: (target, name: keyof Host) => own[name] ?? target[name]?.bind(target) });
  }

  /** What is written to the terminal by `work`. */
  function writtenBy(work: () => void): string {
    let text = '';
    const release = host.captureOutput((_, each) => {
      text += each;
    });
    try {
      work();
    } finally {
      release();
    }
    return text;
  }

  const output = () => stepper.state().output.map(({ stream, text }) => `${stream} ${text}`);

  describe('keeps what the program writes', () => {
    async function greets(): Promise<void> {
      console.log('hello');
      await sleep(1);
      console.error('world');
    }

    it('to whichever stream, and writes it nowhere', () => {
      const written = writtenBy(() => {
        stepper = new Stepper(greets);
        stepper.seek(Infinity);
      });
      expect(written).to.equal('');
      expect(output()).to.deep.equal(['out hello\n', 'err world\n']);
    });

    it('up to where it stands, however it came there', () => {
      stepper = new Stepper(greets);
      const lengths = [0, Infinity, 1, 0, 1].map((position) => {
        stepper.seek(position);
        return output().length;
      });
      expect(lengths).to.deep.equal([0, 2, 1, 0, 1]);
    });

    it('in each run, and still writes it nowhere', () => {
      stepper = new Stepper(greets);
      stepper.seek(Infinity);
      expect(writtenBy(() => stepper.seek(1))).to.equal('');
    });

    it('and knows which step wrote it', () => {
      stepper = new Stepper(greets);
      stepper.seek(Infinity);
      const [first] = stepper.state().output;
      const event = stepper.events[(first?.event ?? 0) - 1];
      expect(stepper.events[(event?.cause ?? 0) - 1]).to.deep.include({ type: 'resume', task: 1 });
    });

    it('from its very beginning', () => {
      const written = writtenBy(() => {
        stepper = new Stepper(() => {
          console.log('begins');
          return sleep(1);
        });
      });
      expect([written, output()]).to.deep.equal(['', ['out begins\n']]);
    });

    it('but not what is written between its steps', () => {
      stepper = new Stepper(greets);
      stepper.step();
      expect(writtenBy(() => console.log('by hand'))).to.equal('by hand\n');
      expect(output()).to.deep.equal(['out hello\n']);
    });
  });

  describe('tells of each task that waits', () => {
    function* inner(item: string): Generator<Yielded, number, unknown> {
      const count = item.length;
      yield* sleep(1);
      return count;
    }
    async function outer(): Promise<void> {
      const items = ['first', 'second'];
      for (const item of items) await createTask(inner(item), { name: item });
    }

    /** The calls by which a task waits, with the variables of each. */
    function chainOf(name: string): string[] | undefined {
      const task = [...stepper.state().tasks.values()].find((each) => each.name === name);
      return task?.chain.map((place) => {
        const variables = place.variables?.map((variable) => `${variable.name}=${variable.value}`);
        return [place.name, place.file.split('/').at(-1), ...(variables ?? [])].join(' ');
      });
    }

    it('by which calls, with their variables', () => {
      stepper = new Stepper(outer);
      stepper.seek(2);
      expect(chainOf('first')).to.deep.equal(["inner stepper-host.spec.ts item='first' count=5"]);
      expect(chainOf('Task-1')).to.deep.equal(["outer stepper-host.spec.ts items=['first', 'second'] item='first'"]);
    });

    it('where it is after going back, too', () => {
      stepper = new Stepper(outer);
      stepper.untilTime(2);
      stepper.backUntil(({ tasks }) => tasks.get(2)?.status === 'waiting');
      expect(chainOf('first')?.[0]).to.match(/^inner .* count=5$/);
      expect(chainOf('second')).to.equal(undefined);
    });

    it('and nothing of one that is done', () => {
      stepper = new Stepper(outer);
      stepper.untilTime(2);
      expect(chainOf('first')).to.deep.equal([]);
    });
  });

  describe('when closed', () => {
    it('tells what the program left behind', () => {
      stepper = new Stepper(async () => void createTask(sleep(9), { name: 'forgotten' }));
      stepper.seek(Infinity);
      stepper.close();
      const texts = stepper.events.flatMap((event) => (event.type === 'leftover' ? [event.text] : []));
      expect(texts).to.deep.equal(['Task was destroyed but it is pending!']);
      expect(output()[0]).to.match(/^err Task was destroyed but it is pending!/);
    });

    it('does so once', () => {
      stepper = new Stepper(() => sleep(1));
      stepper.close();
      const { length } = stepper.events;
      stepper.close();
      expect(stepper.events.length).to.equal(length);
    });

    it('can still go back, and on from there: that is another run, to be closed in its turn', () => {
      stepper = new Stepper(() => sleep(1, 'done'));
      stepper.seek(Infinity);
      stepper.close();
      expect([stepper.seek(1), stepper.loop.isClosed()]).to.deep.equal([true, false]);
      expect([stepper.seek(Infinity), stepper.main.result()]).to.deep.equal([false, 'done']);
    });
  });

  it('watches how coroutines wait for each other while the program is at work, and only then', () => {
    const counts: number[] = [];
    stepper = new Stepper(async () => void counts.push(watching));
    counts.push(watching);
    stepper.step();
    counts.push(watching);
    expect(counts).to.deep.equal([0, 1, 0]);
  });

  it('does not go on watching for a program that cannot be made', () => {
    const program = () => {
      throw new RangeError('no');
    };
    expect(thrownBy(() => new Stepper(program))).to.be.an.instanceOf(RangeError);
    expect(watching).to.equal(0);
  });
});
