# An error raised at a deadline keeps its own kind; what it arose from tells of the timeout.
# So does a TimeoutError: it came of a CancelledError.
import asyncio
from virtual_time import run, say


def chain(error):
    contexts = []
    while error is not None:
        contexts.append(error)
        error = error.__context__
    return contexts


async def fails_at_the_deadline():
    try:
        await asyncio.sleep(60)
    finally:
        raise ValueError('while cleaning up')


async def in_a_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails_at_the_deadline())


async def main():
    for body in [lambda: asyncio.sleep(60), fails_at_the_deadline, in_a_group]:
        try:
            async with asyncio.timeout(1):
                await body()
        except TimeoutError as error:
            say(chain(error), 'caused by', error.__cause__)
        except ValueError as error:
            say(chain(error))
        except ExceptionGroup as group:
            say(group, 'of', [chain(error) for error in group.exceptions])


run(main())
