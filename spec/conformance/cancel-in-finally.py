# Cleaning up may take its time; a second request interrupts it.
# The first finally is then left by the second CancelledError.
import asyncio
from virtual_time import run, say


async def work():
    try:
        await asyncio.sleep(60)
    finally:
        say('cleaning up, which takes 2 seconds')
        try:
            await asyncio.sleep(2)
            say('clean')
        finally:
            say('leaves')


async def main():
    patient = asyncio.create_task(work(), name='patient')
    hurried = asyncio.create_task(work(), name='hurried')
    await asyncio.sleep(1)
    patient.cancel('first')
    hurried.cancel('first')
    await asyncio.sleep(1)
    hurried.cancel('second')
    for task in [hurried, patient]:
        try:
            await task
        except asyncio.CancelledError as error:
            say(task.get_name(), 'ended with', error, '- asked', task.cancelling())


run(main())
