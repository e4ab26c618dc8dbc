import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../world/folder";
import { freePort, type Started, startServer } from "./start";

const APACHE = "/usr/sbin/apache2";
const MODULES = "/usr/lib/apache2/modules";

/** Whether there is an Apache with mod_dav on this machine; `npm test` installs one where it may. */
export const hasApache = existsSync(APACHE) && existsSync(join(MODULES, "mod_dav_fs.so"));

export type Apache = Started & { address: string; user: string; secret: string; files: string };

const USER = "samsvar";
const SECRET = "hemmeligt æøå";

/** A real Apache with mod_dav on loopback, with a configuration and a folder of its own. */
export async function startApache(): Promise<Apache> {
  const root = temporaryFolder();
  const files = join(root, "files");
  for (const name of [files, join(root, "locks")]) mkdirSync(name);
  giveAway(root, files, join(root, "locks"));
  const hash = createHash("sha1").update(SECRET).digest("base64");
  writeFileSync(join(root, "people"), `${USER}:{SHA}${hash}\n`);
  const port = await freePort();
  const file = join(root, "apache.conf");
  writeFileSync(file, configuration(root, files, port));
  const server = await startServer(APACHE, ["-f", file, "-DFOREGROUND"], port);
  return { ...server, address: `http://127.0.0.1:${port}/dav`, user: USER, secret: SECRET, files };
}

/** Root does not serve: it hands the folders to the account that does. */
function giveAway(...folders: string[]): void {
  if (process.getuid?.() !== 0) return;
  for (const name of folders) {
    chmodSync(name, 0o755);
    chownSync(name, 65534, 65534);
  }
}

function configuration(root: string, files: string, port: number): string {
  const modules = ["mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_basic", "dav", "dav_fs"];
  const account = process.getuid?.() === 0 ? ["User #65534", "Group #65534"] : [];
  return [
    `ServerRoot "${root}"`,
    "ServerName 127.0.0.1",
    `Listen 127.0.0.1:${port}`,
    `PidFile "${root}/pid"`,
    `ErrorLog "${root}/errors"`,
    `Mutex pthread`,
    ...modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
    ...account,
    `DocumentRoot "${files}"`,
    `DavLockDB "${root}/locks/db"`,
    `Alias /dav "${files}"`,
    `<Directory "${files}">`,
    "  Dav On",
    "  DavDepthInfinity On",
    "  AuthType Basic",
    '  AuthName "Arkiv"',
    `  AuthUserFile "${root}/people"`,
    "  Require valid-user",
    "</Directory>",
    "",
  ]
    .join("\n")
    .replace("LoadModule dav_module", `LoadModule alias_module ${MODULES}/mod_alias.so\nLoadModule dav_module`);
}
