import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The files as LibreOffice reads them, each as one flat ODF text; null where there is no LibreOffice. */
export async function asLibreOfficeReads(files: Record<string, Uint8Array>): Promise<Record<string, string> | null> {
  const folder = mkdtempSync(join(tmpdir(), "fidelity-"));
  try {
    const names = Object.keys(files);
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const own = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const asked = [own, "--headless", "--convert-to", "fodt", "--outdir", join(folder, "out")];
    if (!(await ran("soffice", [...asked, ...names.map((name) => join(folder, name))]))) return null;
    const read = (name: string) => readFileSync(join(folder, "out", name.replace(/\.\w+$/, ".fodt")), "utf8");
    return Object.fromEntries(names.map((name) => [name, read(name)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ran(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { timeout: 120_000 }, (error) => {
      if (error && "code" in error && error.code === "ENOENT") resolve(false);
      else if (error) reject(error);
      else resolve(true);
    });
  });
}
