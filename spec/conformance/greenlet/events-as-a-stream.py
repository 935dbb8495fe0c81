# A loop that calls back, turned inside out: the dialogue reads keys as if it could wait for them.
from greenlet import getcurrent, greenlet
from say import say

gui = getcurrent()


def read_key():
    return gui.switch()


def read_line():
    line = ''
    while (key := read_key()) != '\n':
        line += key
    return line


def dialogue():
    while True:
        line = read_line()
        if line == 'quit':
            say('really quit?')
            if read_key() == 'y':
                return 'bye'
            read_key()
        else:
            say('you said', line)


def on_key(key):
    if talk.dead:
        say('nobody listens to', key)
    else:
        result = talk.switch(key)
        if talk.dead:
            say(result)


talk = greenlet(dialogue)
talk.switch()
for key in 'hello\nquit\nn\nquit\nyx':
    on_key(key)
