/** Where the Node entry listens unless `PORT` says otherwise. */
export const DEFAULT_PORT = 5001;
