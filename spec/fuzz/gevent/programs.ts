/**
 * Programs of greenlets that several specs use.
 */

import type { Program, Statement } from '../../../fuzz/gevent/program';

/** A program whose main does `statements`. */
export function mainOf(...statements: Statement[]): Program {
  return { sizes: [], main: statements };
}
