# A producer and a consumer: each item goes straight from the one to the other.
from greenlet import greenlet
from say import say


def produce():
    for item in ('apple', 'pear', 'plum'):
        say('made', item)
        consumer.switch(item)
    say('no more')
    consumer.switch(None)


def consume(item):
    while item is not None:
        say('used', item)
        item = producer.switch()
    say('the end')


producer = greenlet(produce)
consumer = greenlet(consume)
producer.switch()
say('producer dead:', producer.dead, 'consumer dead:', consumer.dead)
producer.switch()
say('producer dead:', producer.dead)
