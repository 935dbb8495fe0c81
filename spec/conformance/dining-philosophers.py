# Five philosophers, five forks: no deadlock where each takes the lower-numbered fork first.
# Who eats when is a question of who waits for whom.
import asyncio
from virtual_time import run, say


async def philosopher(forks, seat):
    first, second = sorted([seat, (seat + 1) % 5])
    for meal in [1, 2]:
        await asyncio.sleep(1)
        async with forks[first]:
            await asyncio.sleep(0.25)
            async with forks[second]:
                say('eats meal', meal)
                await asyncio.sleep(1)
    free = [n for n in range(5) if not forks[n].locked()]
    say('has eaten; free forks:', free)


async def main():
    forks = [asyncio.Lock() for n in range(5)]
    async with asyncio.TaskGroup() as table:
        for seat, name in enumerate(['Plato', 'Kant', 'Hume', 'Arendt', 'Zhuangzi']):
            table.create_task(philosopher(forks, seat), name=name)
    say('all have eaten')


run(main())
