# A handler that fails is itself reported, to the default one; that one's failure goes no further.
# A request to leave the program comes through them all.
from virtual_time import VirtualTimeLoop, say


class Loop(VirtualTimeLoop):
    def default_exception_handler(self, context):
        say('default handler:', context['message'], context.get('exception'))
        if 'context' in context:
            say('while told of:', context['context']['message'])


def bad_handler(loop, context):
    say('custom handler:', context['message'])
    raise ValueError('the handler failed')


def leaving_handler(loop, context):
    raise SystemExit(3)


loop = Loop()
loop.call_exception_handler({'message': 'first', 'exception': TypeError('a')})
loop.set_exception_handler(bad_handler)
loop.call_exception_handler({'message': 'second', 'exception': TypeError('b')})
loop.set_exception_handler(None)
loop.call_exception_handler({'message': 'third'})
loop.set_exception_handler(leaving_handler)
loop.call_soon(loop.call_exception_handler, {'message': 'fourth'})
loop.call_soon(say, 'left for the next run')
loop.call_later(1, loop.stop)
try:
    loop.run_forever()
except SystemExit as error:
    say('leaves with', error.code)
loop.run_forever()
loop.close()
