"""Runs random programs (see program.ts) under CPython's asyncio, in virtual time.

Reads programs from standard input, each a line of JSON, and writes for each a line of JSON: its trace.
What the interpreters in TypeScript do with a statement, this one does with the real asyncio: its tasks
and futures, those in C, its locks and queues, and its loop, of which only the clock and the selector
are ours.

What a program can see that has no order in CPython is put in one: see virtual_loop.py. What has no
end there is cut short: a cycle of awaits, at whose cancellation it recurses (cycle.py), and callbacks
that add themselves again and again (ITERATIONS, LINES). What CPython says only when it collects garbage is left
out, since it does so at no fixed moment; so are the contexts of exceptions, which JavaScript does not
have. Exceptions are compared with their causes.
"""

import contextvars
import gc
import json
import logging
import sys
import warnings
from asyncio import tasks

from run_program import run_program
from virtual_loop import pin_sets


def main():
    pin_sets()
    logging.disable()
    warnings.simplefilter('ignore')
    sys.unraisablehook = lambda _: None  # coroutines that are dropped half-way, and will not end
    gc.disable()
    gc.freeze()
    for i, line in enumerate(sys.stdin):
        trace = contextvars.Context().run(run_program, json.loads(line))
        sys.stdout.write(json.dumps(trace) + '\n')
        tasks._scheduled_tasks.clear()  # of earlier programs: all_tasks would look through them
        if i % 100 == 99:
            gc.collect()


if __name__ == '__main__':
    main()
