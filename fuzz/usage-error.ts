/**
 * UsageError: the fuzz cannot do what it was asked to.
 *
 * Its message is a sentence for whoever typed the command, and is shown without a trace.
 */

export class UsageError extends Error {}
