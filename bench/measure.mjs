/**
 * How a row is measured: its variants in turn, several times over; the figures are medians.
 *
 * Each run begins outside of any job of the host's, as native async functions on our loop have to.
 */

export const ROUNDS = Number(process.env.ROUNDS ?? 7);

/** Nanoseconds an operation, of each variant. */
export async function measure({ variants, operations, rounds = ROUNDS }) {
  const times = Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
  for (const run of Object.values(variants)) await nanoseconds(run, operations);
  for (let round = 0; round < Math.min(rounds, ROUNDS); round++) {
    for (const [name, run] of Object.entries(variants)) times[name].push(await nanoseconds(run, operations));
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

export function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function nanoseconds(run, operations) {
  let begun;
  await outsideOfJobs(() => {
    begun = process.hrtime.bigint();
    return run();
  });
  return Number(process.hrtime.bigint() - begun) / operations;
}

function outsideOfJobs(run) {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(run());
      } catch (error) {
        reject(error);
      }
    });
  });
}
