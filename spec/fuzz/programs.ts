/**
 * Programs that several specs of the fuzz use.
 */

import type { Body, Program } from '../../fuzz/program';

/** A program whose tasks are `bodies`, numbered from 1. */
export function programOf(...bodies: Body[]): Program {
  return { mode: 'forever', sizes: {}, tasks: bodies.map((body, i) => ({ id: i + 1, body })), timers: [] };
}
