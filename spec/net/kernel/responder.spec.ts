import { expect } from 'chai';
import { decode, encode } from '../../../lib/bytes';
import { KeyboardInterrupt, ValueError } from '../../../lib/errors';
import type { Responder } from '../../../lib/net/kernel/responder';
import { collectReports, thrownBy } from '../../support';
import { inLoop, makeWorld, pumpAll, read, type World } from './world';

/** A world whose server responds at port 80, and a connection to it. */
function respondingWorld(responder: Responder, options = { latency: 1 }) {
  const world = makeWorld(options);
  const listener = world.server.respond(80, responder);
  const near = world.client.connect('server', 80);
  pumpAll(world.network);
  return { ...world, listener, near };
}

/** Answers each line in upper case. */
const upper: Responder = (request) => {
  const text = decode(request);
  return text.endsWith('\n') ? { data: encode(text.toUpperCase()) } : undefined;
};

/** What `near` reads, whenever something comes: `text@time`. */
function readAll({ network }: World, near: { onChange: (() => void) | undefined }): string[] {
  const log: string[] = [];
  near.onChange = () => log.push(`${read(near as never)}@${network.time()}`);
  return log;
}

describe('Responder', () => {
  it('is given what has come so far, until that is enough for an answer', () => {
    const asked: string[] = [];
    const world = respondingWorld((request) => {
      asked.push(decode(request));
      return upper(request);
    });
    const log = readAll(world, world.near);
    for (const piece of ['he', 'llo\n', 'again\n']) {
      world.near.send(encode(piece));
      pumpAll(world.network);
    }
    expect(asked).to.deep.equal(['he', 'hello\n', 'again\n']);
    expect(log).to.deep.equal(['HELLO\n@6', 'AGAIN\n@8']);
  });

  it('answers as many seconds later as it says, and no request before that', () => {
    const world = respondingWorld((request) => ({ data: request, after: 10 }));
    const log = readAll(world, world.near);
    world.near.send(encode('a'));
    pumpAll(world.network, 5);
    world.near.send(encode('b'));
    pumpAll(world.network);
    expect(log).to.deep.equal(['a@15', 'b@25']);
  });

  it('may close the connection with its answer', () => {
    const world = respondingWorld(() => ({ data: encode('bye'), close: true }));
    const log = readAll(world, world.near);
    world.near.send(encode('hello'));
    pumpAll(world.network);
    expect(log).to.deep.equal(['bye@5', '<end>@5']);
  });

  it('may give up the connection', () => {
    const world = respondingWorld(() => ({ reset: true, after: 1 }));
    world.near.send(encode('hello'));
    pumpAll(world.network);
    expect([world.near.error?.name, world.network.time()]).to.deep.equal(['ConnectionResetError', 6]);
  });

  it('closes the connection when nothing more will come, once it has answered', () => {
    const world = respondingWorld((request) => ({ data: request, after: 2 }));
    const log = readAll(world, world.near);
    world.near.send(encode('a'));
    world.near.shutdownWrite();
    pumpAll(world.network);
    expect(log).to.deep.equal(['a@7', '<end>@7']);
  });

  it('answers with more than there is room for, as room is made', () => {
    const world = respondingWorld(() => ({ data: new Uint8Array(1_000_000), close: true }), { latency: 0 });
    let count = 0;
    world.near.onChange = () => {
      for (let data = world.near.receive(50_000); data?.length; data = world.near.receive(50_000)) count += data.length;
    };
    world.near.send(encode('all'));
    pumpAll(world.network);
    expect(count).to.equal(1_000_000);
  });

  it('answers on time whatever the program does meanwhile', () => {
    const world = respondingWorld((request) => ({ data: request, after: 1 }));
    world.near.send(encode('a'));
    const log: string[] = [];
    inLoop(world.loop, () => {
      world.loop.clock.advance(10);
      log.push(read(world.near));
    });
    expect(log).to.deep.equal(['a']);
  });

  it('takes no part in what is refused: its listener can be closed', () => {
    const { listener, client, network } = respondingWorld(upper);
    listener.close();
    const late = client.connect('server', 80);
    pumpAll(network);
    expect(late.error?.name).to.equal('ConnectionRefusedError');
  });

  describe('that fails', () => {
    const failing = (error: Error): World & { readonly near: { error: unknown; send(data: Uint8Array): number } } =>
      respondingWorld(() => {
        throw error;
      });

    it('gives up the connection, and the exception handler is told', () => {
      const { loop, network, near } = failing(new ValueError('no idea'));
      const reports = collectReports(loop);
      near.send(encode('hello'));
      pumpAll(network);
      expect(reports.map(({ message, exception }) => `${message}: ${exception}`)).to.deep.equal([
        'Exception in responder at <Endpoint 10.0.0.2:80 -> 10.0.0.1:49152 closed>: ValueError: no idea',
      ]);
      expect(near.error).to.be.instanceOf(Error);
    });

    it('lets the request to leave the program pass', () => {
      const { network, near } = failing(new KeyboardInterrupt());
      near.send(encode('hello'));
      expect(thrownBy(() => pumpAll(network))).to.be.instanceOf(KeyboardInterrupt);
    });

    it('has failed, too, when it answers with no bytes, or before it was asked', () => {
      const answers = [{ data: 'text' as never }, { after: -1 }];
      const exceptions = answers.map((answer) => {
        const { loop, network, near } = respondingWorld(() => answer);
        const reports = collectReports(loop);
        near.send(encode('hello'));
        pumpAll(network);
        return String(reports[0]?.exception);
      });
      expect(exceptions).to.deep.equal([
        "TypeError: data of an answer must be a bytes-like object, not 'str'",
        'ValueError: after must be a finite number of seconds, not below 0, got -1',
      ]);
    });
  });
});
