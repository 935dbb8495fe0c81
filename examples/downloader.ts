/*
 * Pictures are downloaded all at once, in blocks, and really written; those that fail are
 * reported, and stop nobody else.
 *
 * They share one line, so that together they take as long as all their bytes; what they do not take
 * is the time of each round trip, one after another.
 */

import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode, gather, getRunningLoop, openConnection, run, type StreamReader } from 'yieldstar';
import { SITE, servePictures } from './support/picture-server';

const BLOCK = 8192;
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));

/** Read the head of an answer, and give how many bytes follow. */
async function readHead(reader: StreamReader): Promise<number> {
  const [status = '', ...headers] = decode(await reader.readuntil(encode('\r\n\r\n'))).split('\r\n');
  if (!status.includes(' 200 ')) throw new Error(status);
  return Number(headers.join('\n').match(/Content-Length: (\d+)/)?.[1]);
}

async function download(name: string): Promise<void> {
  const [reader, writer] = await openConnection(SITE, 80);
  writer.write(encode(`GET /${name} HTTP/1.0\r\nHost: ${SITE}\r\n\r\n`));
  const path = join(folder, name);
  const file = openSync(path, 'w');
  try {
    const size = await readHead(reader);
    for (let left = size; left > 0; left -= BLOCK) writeSync(file, await reader.readexactly(Math.min(left, BLOCK)));
    console.log(`${getRunningLoop().time().toFixed(2)}s  ${name}: ${size} bytes`);
  } catch (error) {
    rmSync(path); // half a picture is none
    throw error;
  } finally {
    closeSync(file);
    writer.close();
  }
}

async function main() {
  const names = ['dot.bmp', 'stamp.bmp', 'missing.bmp', 'poster.bmp', 'broken.bmp'];
  const results = await gather(names.map(download), { returnExceptions: true });
  for (const [n, result] of results.entries())
    if (result instanceof Error) console.log(`${names[n]} failed: ${result}`);
}

servePictures();
run(main());
for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name));
  console.log(`on disk: ${name}, ${bytes.length} bytes, which begin with ${bytes.toString('latin1', 0, 2)}`);
}
rmSync(folder, { recursive: true });
