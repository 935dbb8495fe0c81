# What is sent, or thrown, into a coroutine reaches the innermost that it delegates to, and so does a close.
# What that one returns is the value of the delegation.


def inner(name):
    total = 0
    try:
        while True:
            try:
                value = yield f'{name}: {total}'
            except KeyError as error:
                print(f'{name} caught {error}')
                continue
            if value is None:
                return total
            total += value
    finally:
        print(f'{name} is over')


def outer():
    first = yield from inner('first')
    print('first gave', first)
    second = yield from inner('second')
    print('second gave', second)


body = outer()
print(body.send(None))
print(body.send(5))
print(body.throw(KeyError('key')))
print(body.send(7))
print(body.send(None))
print(body.send(1))
try:
    body.throw(ValueError('too much'))
except ValueError as error:
    print('out came', error)

body = outer()
body.send(None)
body.close()
