/** In plain JavaScript: what waits here is an async function of V8's own. */

const { coroutine, iscoroutine } = require('../../lib');

/** A plain generator is nothing that V8 could await. */
const createCoroutine = coroutine((made) => made);

/** Await what `make` gives, then say so. */
exports.nativeWaiter = coroutine(async function waiter(make, resumed) {
  try {
    const made = make();
    await (iscoroutine(made) ? createCoroutine(made) : made);
  } catch {
    // However it ends: the moment is all that counts.
  }
  resumed();
});
