import type { Viewer } from "../../identity/viewer";
import type { UploadProgress } from "../shapes";

/**
 * How far the papers are that this node is reading right now. The page that sent one chose its id; it is asked for under
 * the session that sent it, so nobody sees another's. Another node knows nothing of it, and the page then says less. [S11]
 */
export function createUploads() {
  const underWay = new Map<string, UploadProgress>();
  const keyOf = (viewer: Viewer, uploadId: string) => `${viewer.sessionId} ${uploadId}`;
  return {
    progress: (viewer: Viewer, uploadId: string) => underWay.get(keyOf(viewer, uploadId)) ?? null,
    /** Runs `work` and tells of it under that id; without one nobody asks. */
    async during<Done>(
      viewer: Viewer,
      uploadId: string | undefined,
      work: (tell: Tell) => Promise<Done>,
    ): Promise<Done> {
      if (uploadId === undefined) return work(() => {});
      const key = keyOf(viewer, uploadId);
      const tell: Tell = (progress) => void underWay.set(key, progress);
      try {
        tell({ step: "waiting" });
        return await work(tell);
      } finally {
        underWay.delete(key);
      }
    },
  };
}

type Tell = (progress: UploadProgress) => void;
export type Uploads = ReturnType<typeof createUploads>;
