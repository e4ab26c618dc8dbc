import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";

/** veraPDF, the validator that archives use. It comes in the jar of an npm package; Java and JAXB come from the system. */
const JAR = join(
  dirname(createRequire(import.meta.url).resolve("@opendataloader/pdf")),
  "../lib/opendataloader-pdf-cli.jar",
);
const JAVA = "/usr/bin/java";
const JAXB = ["/usr/share/java/jaxb-runtime.jar", "/usr/share/java/jaxb-core.jar"];

/** Whether it can run on this machine; `npm test` installs what is missing where it may. */
export const hasVeraPdf = [JAR, JAVA, ...JAXB].every((path) => existsSync(path));

/** In JavaScript of Rhino, which is in the jar too: a script needs no Java compiler. A line for each pair of profile and file. */
const SCRIPT = `
org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
for (var at = 0; at < arguments.length; at += 2) java.lang.System.out.println(JSON.stringify(judged(arguments[at], arguments[at + 1])));

function judged(profile, path) {
  var foundry = org.verapdf.pdfa.Foundries.defaultInstance();
  var flavour = org.verapdf.pdfa.flavours.PDFAFlavour.byFlavourId(profile);
  var parser = foundry.createParser(new java.io.File(path), flavour);
  var result = foundry.createValidator(flavour, false).validate(parser);
  parser.close();
  var told = [];
  for (var each = result.getTestAssertions().iterator(); each.hasNext() && told.length < 10; ) {
    var one = each.next();
    if (one.getStatus() == "FAILED") told.push(one.getRuleId().getClause() + " " + one.getMessage());
  }
  return { isValid: result.isCompliant(), checks: result.getTotalAssertions(), told: told };
}
`;

export type Profile = "2a" | "3a" | "ua1";

const Judgement = z.object({ isValid: z.boolean(), checks: z.number(), told: z.array(z.string()) });

/** What veraPDF says of each file by each of its profiles, "name 2a" → judgement; one Java for all of them. */
export async function judged(files: Record<string, { bytes: Uint8Array; profiles: readonly Profile[] }>) {
  const folder = mkdtempSync(join(tmpdir(), "verapdf-"));
  try {
    const script = join(folder, "judge.js");
    writeFileSync(script, SCRIPT);
    const asked = Object.entries(files).flatMap(([name, { bytes, profiles }], at) => {
      const path = join(folder, `${at}.pdf`);
      writeFileSync(path, bytes);
      return profiles.map((profile) => ({ name: `${name} ${profile}`, profile, path }));
    });
    const lines = (await said(script, asked)).trim().split("\n");
    return Object.fromEntries(asked.map(({ name }, at) => [name, Judgement.parse(JSON.parse(lines[at] ?? ""))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A short life: what takes time to become fast never does. */
const BRIEF = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

function said(script: string, asked: readonly { profile: Profile; path: string }[]): Promise<string> {
  const of = asked.flatMap(({ profile, path }) => [profile, path]);
  const args = [...BRIEF, "-cp", [JAR, ...JAXB].join(":"), "org.mozilla.javascript.tools.shell.Main", script, ...of];
  return new Promise((resolve, reject) => {
    execFile(JAVA, args, { timeout: 120_000, maxBuffer: 10_000_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`veraPDF broke down: ${stderr.slice(-2000)}`, { cause: error }));
      else resolve(stdout);
    });
  });
}
