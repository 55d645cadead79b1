/**
 * Exit statuses.
 *
 * `found` is given only where it is asked for, so that a crash must never look like it: 70 is
 * `EX_SOFTWARE` of sysexits.h. `interrupted` is 128 and the number of Ctrl-C's signal, as shells have it.
 */
export const exit = { done: 0, found: 1, usage: 2, crash: 70, interrupted: 130 } as const
