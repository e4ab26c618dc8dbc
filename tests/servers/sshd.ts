import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { utils } from "ssh2";
import { temporaryFolder } from "../world/folder";
import { freePort, type Started, startServer } from "./start";

const SSHD = "/usr/sbin/sshd";

/** Whether there is an OpenSSH server on this machine; `npm test` installs one where it may. */
export const hasSshd = existsSync(SSHD);

export type Sshd = Started & { host: string; user: string; secret: string; hostKey: string; folder: string };

/** A real OpenSSH with internal-sftp on loopback, with its own configuration, host key and folder. */
export async function startSshd(): Promise<Sshd> {
  const root = temporaryFolder();
  const folder = join(root, "files");
  mkdirSync(folder);
  const host = utils.generateKeyPairSync("ed25519");
  const mine = utils.generateKeyPairSync("ed25519");
  writeFileSync(join(root, "host_key"), host.private, { mode: 0o600 });
  writeFileSync(join(root, "people"), `${mine.public}\n`);
  chmodSync(root, 0o755);
  // As root it separates its privileges there; Debian makes the folder when the service starts, and ours is no service.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  const port = await freePort();
  writeFileSync(join(root, "sshd.conf"), configuration(root, port));
  const server = await startServer(SSHD, ["-D", "-e", "-f", join(root, "sshd.conf")], port);
  const [, blob = ""] = host.public.split(" ");
  const hostKey = `SHA256:${createHash("sha256").update(Buffer.from(blob, "base64")).digest("base64").replace(/=+$/, "")}`;
  return { ...server, host: "127.0.0.1", user: userInfo().username, secret: mine.private, hostKey, folder };
}

function configuration(root: string, port: number): string {
  return [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${root}/host_key`,
    `PidFile ${root}/pid`,
    `AuthorizedKeysFile ${root}/people`,
    "StrictModes no",
    "UsePAM no",
    "PasswordAuthentication no",
    "KbdInteractiveAuthentication no",
    "PermitRootLogin prohibit-password",
    "MaxStartups 100",
    "Subsystem sftp internal-sftp",
    "ForceCommand internal-sftp",
    "",
  ].join("\n");
}
