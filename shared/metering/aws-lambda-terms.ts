/** Since August 2025 INIT is billed for every kind of function. */
export const BILLED_TIME = { stepMs: 1, includesInit: true } as const;
/** The free GB-seconds are for x86 and Arm together. */
export const COMPUTE_ALLOWANCE = "compute";
/** /tmp that each function has without charge. */
export const INCLUDED_STORAGE_MB = 512;
/** Part of a streamed response that is sent without charge; longer ones cannot be sent at once. */
export const INCLUDED_STREAM_KB = 6 * 1024;
