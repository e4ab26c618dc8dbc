// Parts of the system that tests need and Debian has. Elsewhere, and where we may not, what is missing is said.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { ROOT } from "../server/prepare.mjs";

export function isRootOnDebian() {
  const release = "/etc/os-release";
  return process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, "utf8"));
}

/** Whether it worked is seen by what is there afterwards. @param {string[]} names @returns {Promise<void>} */
export async function installFromDebian(...names) {
  await install("apt-get", ["update"]);
  // Another may be installing something: it is waited for.
  const asked = ["-o", "DPkg::Lock::Timeout=120", "install", "-y", "--no-install-recommends", ...names];
  await withoutStarting(() => install("apt-get", asked));
}

/** Servers are started by the tests, on ports of their own; none is to run because its package was installed. @param {() => Promise<void>} act */
async function withoutStarting(act) {
  const policy = "/usr/sbin/policy-rc.d";
  const none = "#!/bin/sh\n# Written while the tests of Samsvar install something.\nexit 101\n";
  // One of ours may be left by a run that was ended in the middle.
  const isOurs = !existsSync(policy) || readFileSync(policy, "utf8") === none;
  if (isOurs) writeFileSync(policy, none, { mode: 0o755 });
  try {
    await act();
  } finally {
    if (isOurs) rmSync(policy, { force: true });
  }
}

/** @param {string} command @param {string[]} args @returns {Promise<void>} */
export function install(command, args) {
  console.log(`Installing for the tests: ${command} ${args.join(" ")} …`);
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", () => resolve());
    child.on("close", (code) => {
      if (code !== 0) console.log(output.slice(-5000));
      resolve();
    });
  });
}
