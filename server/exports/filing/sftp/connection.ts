import { createHash } from "node:crypto";
import { connect } from "node:net";
import { Client, type FileEntryWithStats, type SFTPWrapper } from "ssh2";
import { CaseSystemError, type FailureKind } from "../port";

export type Way = {
  host: string;
  port: string;
  user: string;
  /** "SHA256:…" of the server's key; no other server is spoken to. */
  hostKey: string;
  /** A password, or a private key in PEM or OpenSSH form. */
  secret: string;
};

/** What is done over SFTP, each as a promise. */
export type Files = {
  names(folder: string): Promise<FileEntryWithStats[]>;
  read(path: string): Promise<Buffer | null>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Never over what is there. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
};

const READY_MS = 20_000;
const WHOLE_MS = 180_000;

/** One sign-in for a piece of work; the server's key is looked at before anything of ours is said. [F16] */
export async function overSftp<Result>(way: Way, work: (files: Files) => Promise<Result>): Promise<Result> {
  const client = new Client();
  const seen = { hostKey: "" };
  const timer = setTimeout(() => client.destroy(), WHOLE_MS);
  try {
    return await work(filesOver(await signedIn(client, way, seen)));
  } catch (error) {
    throw asTrouble(error, way, seen.hostKey);
  } finally {
    clearTimeout(timer);
    client.end();
  }
}

function signedIn(client: Client, way: Way, seen: { hostKey: string }): Promise<SFTPWrapper> {
  return new Promise((resolve, reject) => {
    client.on("error", reject);
    client.on("close", () => reject(new Error("the line was closed")));
    client.on("ready", () => client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp))));
    const isKey = way.secret.includes("-----BEGIN");
    client.connect({
      // The small packets of one question after the other would each wait for the last one's confirmation.
      sock: connect({ host: way.host, port: way.port === "" ? 22 : Number(way.port), noDelay: true }),
      username: way.user,
      ...(isKey ? { privateKey: `${way.secret.replace(/\r\n?/g, "\n").trim()}\n` } : { password: way.secret }),
      readyTimeout: READY_MS,
      keepaliveInterval: 10_000,
      hostVerifier: (key: Buffer) => {
        seen.hostKey = fingerprintOf(key);
        return withoutPadding(way.hostKey) === seen.hostKey;
      },
    });
  });
}

/** As `ssh-keygen -l` writes it. */
function fingerprintOf(key: Buffer): string {
  return withoutPadding(`SHA256:${createHash("sha256").update(key).digest("base64")}`);
}

function withoutPadding(fingerprint: string): string {
  return fingerprint.replace(/=+$/, "");
}

function filesOver(sftp: SFTPWrapper): Files {
  // A line that goes away answers no call: its end is the answer to all of them.
  const ended = new Promise<never>((_resolve, reject) => {
    sftp.on("close", () => reject(new Error("the line was closed")));
    sftp.on("error", reject);
  });
  ended.catch(() => {});
  const done = (start: (finish: (error?: Error | null) => void) => void) =>
    asked<void>(ended, (resolve, reject) => start((error) => (error ? reject(error) : resolve())));
  return {
    names: (folder) =>
      asked(ended, (resolve, reject) => sftp.readdir(folder, (error, list) => (error ? reject(error) : resolve(list)))),
    read: (path) =>
      asked<Buffer>(ended, (resolve, reject) => {
        sftp.readFile(path, (error, bytes) => (error ? reject(error) : resolve(bytes)));
      }).catch(nullIfAbsent),
    write: (path, bytes) => done((finish) => sftp.writeFile(path, Buffer.from(bytes), finish)),
    rename: (from, to) => done((finish) => sftp.rename(from, to, finish)),
    remove: (path) => done((finish) => sftp.unlink(path, finish)),
  };
}

type Ask<Result> = (resolve: (result: Result) => void, reject: (error: Error) => void) => void;

function asked<Result>(ended: Promise<never>, ask: Ask<Result>): Promise<Result> {
  return Promise.race([new Promise<Result>(ask), ended]);
}

const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

function nullIfAbsent(error: unknown): null {
  if (codeOf(error) === NO_SUCH_FILE) return null;
  throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** The fingerprint that was met goes along: it is public, and whoever sets this up compares it with what they were told. */
export class OtherServer extends CaseSystemError {
  readonly hostKey: string;

  constructor(way: Way, hostKey: string) {
    super("not_the_server", `${way.host} has the key ${hostKey}, and not the one agreed on.`);
    this.hostKey = hostKey;
  }
}

function asTrouble(error: unknown, way: Way, hostKey: string): unknown {
  if (error instanceof CaseSystemError) return error;
  if (hostKey !== "" && hostKey !== withoutPadding(way.hostKey)) return new OtherServer(way, hostKey);
  return new CaseSystemError(kindOf(error), `${way.host}: ${String(error)}`, { cause: error });
}

function kindOf(error: unknown): FailureKind {
  const level = error instanceof Error && "level" in error ? error.level : "";
  if (level === "client-authentication" || isBadKey(error)) return "auth";
  if (codeOf(error) === PERMISSION_DENIED || codeOf(error) === NO_SUCH_FILE) return "not_allowed";
  return "unavailable";
}

function isBadKey(error: unknown): boolean {
  return error instanceof Error && /privateKey|passphrase/i.test(error.message);
}
