# A producer and a consumer pass each other values by send, each with its own control of what comes next.
# The first send primes the consumer; close ends it, and runs its finally.


def consumer():
    answer = ''
    try:
        while True:
            item = yield answer
            print(f'consumer: has {item}')
            answer = f'{item} was good'
    finally:
        print('consumer: closed')


def producer(consumer):
    print('primed with', repr(consumer.send(None)))
    for n in range(3):
        print(f'producer: makes {n}')
        print('producer: hears', consumer.send(n))
    consumer.close()
    consumer.close()
    try:
        consumer.send('more')
    except StopIteration:
        print('producer: nobody is there')


producer(consumer())
