// A loop that calls back, turned inside out: the dialogue reads keys as if it could wait for them.
import { getcurrent, greenlet } from 'yieldstar';
import { say } from './say';

const gui = getcurrent();

async function readKey(): Promise<string> {
  return await gui.switch();
}

async function readLine() {
  let line = '';
  for (let key = await readKey(); key !== '\n'; key = await readKey()) line += key;
  return line;
}

async function dialogue() {
  for (;;) {
    const line = await readLine();
    if (line === 'quit') {
      say('really quit?');
      if ((await readKey()) === 'y') return 'bye';
      await readKey();
    } else {
      say('you said', line);
    }
  }
}

function onKey(key: string) {
  if (talk.dead) {
    say('nobody listens to', key);
  } else {
    const result = talk.switch(key);
    if (talk.dead) say(result);
  }
}

const talk = greenlet(dialogue);
talk.switch();
for (const key of 'hello\nquit\nn\nquit\nyx') onKey(key);
