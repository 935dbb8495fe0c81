/*
 * Twenty requests at once, by sockets that block, once with monkey patching and once without.
 *
 * `fetch` knows nothing of gevent: it connects, sends and receives as in any other program. Before
 * `patchAll` each of these calls stops the world, and the greenlets take their turns as if there were
 * none; after it they wait together.
 */

import { decode, encode, gevent, net, socket, time } from 'yieldstar';

/** Other machines, on which nothing of this program runs: each thinks for a while, and answers. */
const network = net.getNetwork();
const sites = Array.from({ length: 20 }, (_, n) => `site-${n + 1}.example`);
for (const [n, site] of sites.entries()) {
  const answer = { data: encode(`${'x'.repeat(100 * (n + 1))}`), after: 0.25 + n / 16, close: true };
  network.addHost(site, { latency: 0.125 }).respond(80, () => answer);
}

function* fetch(site: string) {
  const client = yield* socket.createConnection([site, 80]);
  yield* client.sendall(encode(`GET / HTTP/1.0\r\nHost: ${site}\r\n\r\n`));
  let page = '';
  for (;;) {
    const data: Uint8Array = yield* client.recv(1024);
    if (data.length === 0) break;
    page += decode(data);
  }
  client.close();
  return page.length;
}

function fetchAll(): void {
  const began = time.monotonic();
  const jobs = sites.map((site) => gevent.spawn(fetch, site));
  gevent.joinall(jobs);
  const bytes = jobs.map((job) => job.value ?? 0);
  console.log(`${bytes.length} pages, of ${bytes.reduce((a, b) => a + b)} bytes in all`);
  console.log(`  took ${time.monotonic() - began} seconds; the slowest alone takes 1.9375`);
}

console.log('Sockets that block:');
fetchAll();

gevent.monkey.patchAll();
console.log('\nThe same, patched:');
fetchAll();
