# Of two nested deadlines the earlier one counts: its timeout raises, the other lets it pass.
# Where both come at once, the TimeoutError is the outer one's.
import asyncio
from virtual_time import run, say


async def main():
    for outer_delay, inner_delay in [(1, 2), (2, 1), (1, 1)]:
        say('outer', outer_delay, 'inner', inner_delay)
        try:
            async with asyncio.timeout(outer_delay) as outer:
                try:
                    async with asyncio.timeout(inner_delay) as inner:
                        await asyncio.sleep(60)
                except BaseException as error:
                    say('out of the inner comes', error, '- asked:', asyncio.current_task().cancelling())
                    raise
        except BaseException as error:
            say('out of the outer comes', error, '- asked:', asyncio.current_task().cancelling())
        say('expired:', outer.expired(), inner.expired())


run(main())
