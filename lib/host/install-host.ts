/**
 * The host, put where the stepper looks for it.
 *
 * lib/trace knows no host; it stands below. What is loaded with the library, by index.ts, is
 * the means to ask Node, which are not opened before they are needed.
 */

import { Stepper } from '../trace/step/stepper';
import { NodeHost } from './node-host';

Stepper.defaultHost = new NodeHost();
