/*
 * A tiny web server, simulated: a machine that is not ours, and has pictures.
 *
 * It answers `GET /NAME`. One picture is not there, and of one only the beginning comes.
 */

import { decode, encode, net } from 'yieldstar';

export const SITE = 'pictures.example';

/** The sides of the pictures, in pixels. */
const SIZES: Readonly<Record<string, number>> = { 'dot.bmp': 8, 'broken.bmp': 64, 'stamp.bmp': 64, 'poster.bmp': 128 };

/** Make a picture, with 24 bits a pixel, that fades from corner to corner. */
function bitmap(side: number): Uint8Array {
  const data = new Uint8Array(54 + side * side * 3);
  const header = new DataView(data.buffer);
  data.set(encode('BM'));
  for (const [at, value] of [
    [2, data.length],
    [10, 54],
    [14, 40],
    [18, side],
    [22, side],
    [34, side * side * 3],
  ] as const) {
    header.setUint32(at, value, true);
  }
  header.setUint16(26, 1, true);
  header.setUint16(28, 24, true);
  for (let i = 0; i < side * side; i++) data.set([(i % side) * 2, (i / side) * 2, 160], 54 + i * 3);
  return data;
}

function answerTo(path: string): Uint8Array {
  const side = SIZES[path.slice(1)];
  if (side === undefined) return encode('HTTP/1.0 404 Not Found\r\n\r\n');
  const picture = bitmap(side);
  const head = encode(`HTTP/1.0 200 OK\r\nContent-Type: image/bmp\r\nContent-Length: ${picture.length}\r\n\r\n`);
  const sent = path === '/broken.bmp' ? picture.subarray(0, 5000) : picture;
  const answer = new Uint8Array(head.length + sent.length);
  answer.set(head);
  answer.set(sent, head.length);
  return answer;
}

/** Put the server on the network: it is far away, and not fast. */
export function servePictures(): void {
  const machine = net.getNetwork().addHost(SITE, { latency: 0.125, bandwidth: 32_768 });
  machine.respond(80, (request) => {
    const [, path] = /^GET (\S+) HTTP[\s\S]*\r\n\r\n$/.exec(decode(request)) ?? [];
    return path === undefined ? undefined : { data: answerTo(path), after: 0.25, close: true };
  });
}
