"""Runs random programs of greenlets (see ../program.ts) under the real gevent, in virtual time.

Reads programs from standard input, each a line of JSON, and writes for each a line of JSON: its trace. Each
runs in a process of its own, forked: there it has a hub of its own, and time begins at 0.

Time is virtual by a library that is preloaded: spec/conformance/gevent/virtual_time.c. All else is gevent's
own, but for one thing: the greenlets of a Group, which are walked in an order by their addresses, are kept
in the order in which they came (world.py).
"""

import gc
import json
import os
import signal
import sys
import traceback

import gevent
from run_program import run_program

PATIENCE = 20  # real seconds


def main():
    gevent.get_hub().destroy(destroy_loop=True)  # now all is imported that a hub needs
    gc.freeze()
    for line in sys.stdin:
        sys.stdout.write(in_a_process(json.loads(line)) + '\n')


def in_a_process(program):
    """The trace, as JSON."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)
        with os.fdopen(writer, 'w') as output:
            json.dump(trace_of(program), output)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as output:
        trace = output.read()
    os.waitpid(child, 0)
    return trace or json.dumps(['no trace'])


def trace_of(program):
    try:
        return run_program(program)
    except BaseException:
        return [f'failed: {traceback.format_exc()}']


if __name__ == '__main__':
    main()
