import type { Paper } from "./paper";

/** A file on its way: what it will need is got ready meanwhile. */
export type Expected = {
  /** By its content: the import has read it, so it is one of these. Throws for what cannot be shown. */
  open(bytes: Uint8Array): Promise<Paper>;
  /** It will not come. */
  drop(): void;
};

export function expectPaper(fileName: string): Expected {
  const pdf = async () => (await import("../pdf/open-pdf")).beginReader();
  const reader = /\.pdf$/i.test(fileName) ? pdf() : null;
  // Whoever opens it is told; nobody else need be.
  reader?.catch(() => {});
  return {
    async open(bytes) {
      const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
      if (head.includes("%PDF-")) return (await import("../pdf/open-pdf")).openPdf(await (reader ?? pdf()), bytes);
      if (head.startsWith("PK")) return (await import("../text/open-word")).openWord(bytes);
      return (await import("../text/open-text")).openText(bytes);
    },
    drop: () => void reader?.then(({ worker }) => worker.destroy()).catch(() => {}),
  };
}
