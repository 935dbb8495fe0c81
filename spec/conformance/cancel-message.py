# The message of a request arrives with the CancelledError; of two before it arrives, the first counts.
# Whoever awaits the task first is given the message; later ones get a CancelledError without.
import asyncio
from virtual_time import run, say


async def work():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError as error:
        say('told', error.args)
        raise


async def ask(task):
    try:
        await task
    except asyncio.CancelledError as error:
        say('asked', task.get_name(), 'and got', error.args)


async def main():
    messages = [['enough'], [], [None], [7], ['first', 'second']]
    tasks = [asyncio.create_task(work(), name=f'worker-{n}') for n in range(5)]
    await asyncio.sleep(1)
    for task, arguments in zip(tasks, messages):
        for message in arguments:
            task.cancel(message)
    tasks[1].cancel()
    for task in tasks:
        await ask(task)
    await ask(tasks[0])


run(main())
