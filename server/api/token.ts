import { randomBytes } from "node:crypto";
import { sha256 } from "../sha256";

const TOKEN = /^samsvar_[A-Za-z0-9_-]{43}$/;

/** 256 random bits behind a name that finds it where it has been left lying about. */
export function newToken(): string {
  return `samsvar_${randomBytes(32).toString("base64url")}`;
}

/** A plain SHA-256: there is nothing to guess in 256 random bits. [T1] */
export function tokenHash(token: string): string {
  return sha256(token);
}

/** The token of an Authorization header, if it could be one of ours. */
export function tokenIn(header: string | null): string | null {
  const token = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? "";
  return TOKEN.test(token) ? token : null;
}
