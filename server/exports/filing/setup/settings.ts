import { isIP } from "node:net";
import { z } from "zod";
import type { AdapterName } from "../../shapes";

function line(longest: number, shortest = 1) {
  return z
    .string("missing")
    .transform((value) => value.trim())
    .refine((value) => value.length >= shortest, "missing")
    .refine((value) => value.length <= longest, "too-long")
    .refine((value) => !/\p{Cc}/u.test(value), "not-one-line");
}

const optional = (longest: number) => line(longest, 0).default("");

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Secrets go out over TLS alone; a system on the same machine needs none. A link-local address is no case system. */
function isAllowed(url: URL): boolean {
  if (url.username || url.password || url.search || url.hash) return false;
  if (/^169\.254\./.test(url.hostname) || /^\[fe80:/i.test(url.hostname)) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname));
}

const address = line(500)
  .refine((value) => value === "" || URL.canParse(value), "not-an-address")
  .refine((value) => !URL.canParse(value) || isAllowed(new URL(value)), "not-a-safe-address");

const host = line(255).refine(
  (value) => isIP(value) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value),
  "not-a-host",
);
const port = optional(5).refine(
  (value) => value === "" || (/^\d+$/.test(value) && +value > 0 && +value < 65536),
  "not-a-port",
);
const folder = line(200).refine((value) => !value.split("/").includes(".."), "not-a-folder");
/** As `ssh-keygen -l` writes it. */
const hostKey = optional(60).refine(
  (value) => value === "" || /^SHA256:[A-Za-z0-9+/]{43}=?$/.test(value),
  "not-a-host-key",
);
const number = optional(10).refine((value) => /^\d*$/.test(value), "not-a-number");

/** What each adapter must be told beside its secret. */
export const SETTINGS = {
  folder: z.object({}),
  webdav: z.object({ address, user: line(200) }),
  sftp: z.object({ host, port, user: line(200), hostKey, outFolder: folder, inFolder: folder }),
  sbsys: z.object({ address, tokenAddress: address, clientId: line(200), documentKind: number }),
  getorganized: z.object({ address, user: line(200) }),
  nova: z.object({ address, tokenAddress: address, clientId: line(200), unitId: number, unitName: optional(200) }),
} satisfies Record<AdapterName, z.ZodType<Record<string, string>>>;

/** What a sealed secret is sealed for: it opens for no other municipality and no other system. [F11] */
export function aboutSecret(municipalityId: string, adapter: AdapterName): string {
  return `case-system:${municipalityId}:${adapter}`;
}
