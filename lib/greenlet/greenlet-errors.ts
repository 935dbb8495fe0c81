/**
 * The two errors of greenlets.
 *
 * Counterpart: greenlet.GreenletExit and greenlet.error.
 */

import { BaseException, nameAfterClass } from '../errors';

/** A greenlet is to end: one that lets this pass ends with it for its result, and harms nobody (greenlet.GreenletExit). */
export class GreenletExit extends BaseException {}
nameAfterClass(GreenletExit);

/** A switch is not possible (greenlet.error). */
export class GreenletError extends Error {}
nameAfterClass(GreenletError);
