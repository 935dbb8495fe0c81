/*
 * The message loop, which every event loop grows out of: take an event, process it, and again.
 *
 * What is processed must not wait, or all do. So whoever has to wait says so, by `yield`, and is
 * gone on with when his event comes. From here it is one step to an event loop, whose events are
 * "this future is done", and another to `yield*`: docs/tutorial takes them one by one.
 */

interface Message {
  readonly type: 'key' | 'data' | 'quit';
  readonly text: string;
}

const messages: Message[] = [
  { type: 'key', text: 'h' },
  { type: 'key', text: 'i' },
  { type: 'data', text: 'the page that was asked for' },
  { type: 'key', text: '!' },
  { type: 'quit', text: '' },
];

/** Yields the type of message that it waits for, and is sent it. */
type Waiting = Generator<Message['type'], void, Message>;

function* typist(): Waiting {
  let line = '';
  for (;;) {
    line += (yield 'key').text;
    console.log(`typist: ${line}`);
  }
}

function* browser(): Waiting {
  console.log('browser: asks for a page');
  const { text } = yield 'data';
  console.log(`browser: has ${text}`);
}

/** Who waits for what. */
const waiting = new Map<Waiting, Message['type']>();

function resume(who: Waiting, message?: Message): void {
  const { done, value } = message === undefined ? who.next() : who.next(message);
  if (done) waiting.delete(who);
  else waiting.set(who, value);
}

const getEvent = (): Message => messages.shift() as Message;

function processEvent(message: Message): void {
  for (const [who, type] of [...waiting]) if (type === message.type) resume(who, message);
}

for (const who of [typist(), browser()]) resume(who);
for (let message = getEvent(); message.type !== 'quit'; message = getEvent()) processEvent(message);
console.log(`quit, while ${waiting.size} still waits`);

export {};
