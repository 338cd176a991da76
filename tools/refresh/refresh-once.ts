import type { DownloadFolder } from "./download-folder.ts";
import { refresh, type RefreshOptions, type RefreshResult } from "./refresh.ts";
import { SourceFormatError } from "./sources/source-format.ts";

/**
 * Refreshes, and keeps what was downloaded only where another refresh can go on with it: after a
 * failure of the network, and when the guard stopped what may be accepted. The next refresh accepts
 * that very thing, or else asks anew. What is not as expected, and what has been taken in, is thrown
 * away.
 */
export async function refreshOnce(
  options: Omit<RefreshOptions, "downloads">,
  downloads: DownloadFolder,
): Promise<RefreshResult> {
  if (!options.accept) await downloads.discardRefused();
  try {
    const result = await refresh({ ...options, downloads });
    if (result.status === "stopped") await downloads.markRefused();
    else await downloads.discard();
    return result;
  } catch (error) {
    if (error instanceof SourceFormatError) await downloads.discard();
    throw error;
  }
}
