/** What of that V8 does alone, with its own promises, and no loop: below this no native async function comes. */

export { deepChain as deepSwitches, handOver as roundTrips, switchOne as switches } from '../native.mjs';

export async function calls(n) {
  async function plain(i) {
    return i;
  }
  for (let i = 0; i < n; i++) await plain(i);
}
