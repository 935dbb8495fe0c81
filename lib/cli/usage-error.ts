/**
 * UsageError: the command cannot do what it was asked to.
 *
 * Its message is a sentence for whoever typed the command. Nothing of it is a fault of a
 * program, or of this library, and so it is shown without a trace.
 */

export class UsageError extends Error {}
