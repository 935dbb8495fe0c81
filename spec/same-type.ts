/**
 * Assertions about types, which the compiler checks.
 *
 * `is<Same<A, B>>()` compiles only where the two types are the same; it does nothing when
 * it is run. What must not compile stands below a line with `@ts-expect-error`.
 */

/** True where `A` and `B` are one type, not merely assignable to each other. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Claim what is given as the type argument. */
export function is<_Claim extends true>(): void {}
