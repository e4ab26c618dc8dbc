import { describe, expect, test } from "vitest";
import { findRealSystems } from "./real-systems.mjs";

const APACHE = "/usr/sbin/apache2";
const JAVA = "/usr/bin/java";
const ALL = [APACHE, "/usr/sbin/sshd", JAVA, "/usr/share/java/jaxb-runtime.jar"];
const FROM: Record<string, string> = { "apache2-bin": APACHE, "default-jre-headless": JAVA };

/** A machine with these programs; what is installed there is there afterwards, but for what `fails`. */
function machine(there: string[], { mayInstall = true, fails = false } = {}) {
  const asked: string[][] = [];
  const programs = new Set(there);
  const install = async (...names: string[]) => {
    asked.push(names);
    if (!fails) for (const name of names) programs.add(FROM[name] ?? name);
  };
  return { has: (path: string) => programs.has(path), mayInstall: () => mayInstall, install, asked };
}

const without = (...paths: string[]) => ALL.filter((path) => !paths.includes(path));

describe("what tests need of others", () => {
  test("is left alone where it is there", async () => {
    const here = machine(ALL);
    expect([await findRealSystems(here), here.asked]).toEqual(["", []]);
  });

  test("is installed in one go where that is allowed, and nothing else is", async () => {
    const here = machine(without(APACHE, JAVA));
    expect([await findRealSystems(here), here.asked]).toEqual(["", [["apache2-bin", "default-jre-headless"]]]);
  });

  test("is told with what is skipped, where it may not be installed or did not come", async () => {
    const told = "Skipped: filing to a real WebDAV server. Not installed: apache2-bin.";
    const locked = machine(without(APACHE), { mayInstall: false });
    expect([await findRealSystems(locked), locked.asked]).toEqual([told, []]);
    const away = machine(without(APACHE), { fails: true });
    expect([await findRealSystems(away), away.asked]).toEqual([told, [["apache2-bin"]]]);
    const bare = await findRealSystems(machine([], { mayInstall: false }));
    expect(bare).toContain("PDFs judged by veraPDF. Not installed: apache2-bin, openssh-server, default-jre-headless,");
  });
});
