import { MB_PER_GB } from "../units.ts";

/**
 * Ephemeral storage of a Fargate task, MB: so much without charge, and the most that can be had.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
 */
export const FARGATE_STORAGE_MB = { included: 20 * MB_PER_GB, most: 200 * MB_PER_GB } as const;
