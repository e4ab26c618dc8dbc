import { z } from "zod";
import type { Receipt } from "../shapes";
import type { Parcel } from "./port";

const Sha = z.string().regex(/^[0-9a-f]{64}$/);
export const KeptFile = z.object({ name: z.string(), sha256: Sha, bytes: z.number() });

/** A receipt as it is kept, in the database or beside the files. */
export const KeptReceipt = z.object({
  filingId: z.string(),
  caseNumber: z.string(),
  documentNumber: z.string(),
  receivedAt: z.string(),
  files: z.array(KeptFile),
  /** The folder has always read back what it wrote, also before receipts said so. */
  isReadBack: z.boolean().default(true),
}) satisfies z.ZodType<Receipt>;

/** The files of a parcel as a receipt names them. */
export function filesIn({ main, attachments }: Pick<Parcel, "main" | "attachments">): Receipt["files"] {
  return [main, ...attachments].map(({ name, sha256, bytes }) => ({ name, sha256, bytes: bytes.length }));
}
