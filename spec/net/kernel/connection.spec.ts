import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import { connect, connectLocally, makeWorld, pumpAll, read, shownError, tap } from './world';

describe('Connection', () => {
  it('is there after a handshake in three packets: for the client after a round trip, for the server half a one later', () => {
    const world = makeWorld();
    const log = tap(world);
    const [near, far] = connect(world);
    expect(log).to.deep.equal([
      'SYN client:49152 -> server:80 sent@0',
      'SYN client:49152 -> server:80 arrived@1',
      'SYN-ACK server:80 -> client:49152 sent@1',
      'SYN-ACK server:80 -> client:49152 arrived@2',
      'ACK client:49152 -> server:80 sent@2',
      'ACK client:49152 -> server:80 arrived@3',
    ]);
    expect([near.state, far.state]).to.deep.equal(['open', 'open']);
  });

  it('tells the client when it is there', () => {
    const { network, client, server } = makeWorld();
    server.listen(null, 80);
    const near = client.connect('server', 80);
    const log: string[] = [];
    near.onChange = () => log.push(`${near.state} ${near.isReadable()} ${near.isWritable()} @${network.time()}`);
    log.push(`${near.state} ${near.isReadable()} ${near.isWritable()}`);
    pumpAll(network);
    expect(log).to.deep.equal(['connecting false false', 'open false true @2']);
  });

  it('is refused after a round trip where nobody listens', () => {
    const world = makeWorld();
    const log = tap(world);
    const near = world.client.connect('server', 80);
    near.onChange = () => log.push(`${near.state}: ${shownError(near.error)}`);
    pumpAll(world.network);
    expect(log).to.deep.equal([
      'SYN client:49152 -> server:80 sent@0',
      'SYN client:49152 -> server:80 arrived@1',
      'RST server:80 -> client:49152 sent@1',
      'RST server:80 -> client:49152 arrived@2',
      'failed: ConnectionRefusedError: [Errno 111] Connection refused',
    ]);
  });

  it('can carry data with the last packet of the handshake', () => {
    const { network, client, server } = makeWorld();
    const listener = server.listen(null, 80);
    const near = client.connect('server', 80);
    near.onChange = () => near.state === 'open' && near.isWritable() && near.send(encode('hello'));
    pumpAll(network, 3);
    expect(read(listener.accept() as never)).to.equal('hello');
  });

  describe('of which one end has ended', () => {
    it('still goes the other way', () => {
      const world = makeWorld();
      const [near, far] = connect(world);
      const log = tap(world);
      near.send(encode('question'));
      near.shutdownWrite();
      pumpAll(world.network);
      log.push(read(far), read(far));
      far.send(encode('answer'));
      far.close();
      pumpAll(world.network);
      log.push(read(near), read(near));
      expect(log).to.deep.equal([
        "data 'question' client:49152 -> server:80 sent@3",
        'FIN client:49152 -> server:80 sent@3',
        "data 'question' client:49152 -> server:80 arrived@4",
        'FIN client:49152 -> server:80 arrived@4',
        'question',
        '<end>',
        "data 'answer' server:80 -> client:49152 sent@4",
        'FIN server:80 -> client:49152 sent@4',
        "data 'answer' server:80 -> client:49152 arrived@5",
        'FIN server:80 -> client:49152 arrived@5',
        'answer',
        '<end>',
      ]);
    });
  });

  describe('of which one end is closed', () => {
    it('is reset when data comes for it', () => {
      const world = makeWorld();
      const [near, far] = connect(world);
      far.close();
      pumpAll(world.network);
      const log = tap(world);
      near.send(encode('too late'));
      pumpAll(world.network);
      expect(log).to.deep.equal([
        "data 'too late' client:49152 -> server:80 sent@4",
        "data 'too late' client:49152 -> server:80 arrived@5",
        'RST server:80 -> client:49152 sent@5',
        'RST server:80 -> client:49152 arrived@6',
      ]);
      expect(near.state).to.equal('failed');
    });

    it('is reset at once where it was closed before all was read', () => {
      const world = makeWorld();
      const [near, far] = connect(world);
      near.send(encode('unread'));
      pumpAll(world.network);
      const log = tap(world);
      far.close();
      pumpAll(world.network);
      expect(log).to.deep.equal(['RST server:80 -> client:49152 sent@4', 'RST server:80 -> client:49152 arrived@5']);
      expect(shownError(near.error)).to.equal('ConnectionResetError: [Errno 104] Connection reset by peer');
    });

    it('sends what it has nevertheless, as room is made for it', () => {
      const { client } = makeWorld();
      const [near, far] = connectLocally(client);
      for (let taken = 1; taken > 0; ) taken = near.send(new Uint8Array(50_000));
      near.close();
      let count = 0;
      for (let data = far.receive(10_000); data?.length; data = far.receive(10_000)) count += data.length;
      expect(count).to.equal(131_072 + 65_536);
      expect(read(far)).to.equal('<end>');
    });
  });

  it('that was given up while it was being made is reset when the answer comes', () => {
    const world = makeWorld();
    world.server.listen(null, 80);
    const near = world.client.connect('server', 80);
    near.close();
    const log = tap(world);
    pumpAll(world.network);
    expect(log.slice(2)).to.deep.equal([
      'SYN-ACK server:80 -> client:49152 arrived@2',
      'RST client:49152 -> server:80 sent@2',
      'RST client:49152 -> server:80 arrived@3',
    ]);
  });
});
