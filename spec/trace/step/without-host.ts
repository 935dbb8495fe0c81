/**
 * What the specs of the stepper use that are about no places and variables: none are looked up,
 * which takes time.
 */

import { Stepper } from '../../../lib/trace/step/stepper';

/** Have the steppers of a suite know nothing of the host, and do so again afterwards. */
export function withoutHost(): void {
  const host = Stepper.defaultHost;
  before(() => {
    Stepper.defaultHost = undefined;
  });
  after(() => {
    Stepper.defaultHost = host;
  });
}
