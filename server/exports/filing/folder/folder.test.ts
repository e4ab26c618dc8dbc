import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../../tests/world/folder";
import { caseSystemContract, parcelOf } from "../contract";
import { escaped } from "../metadata-xml";
import { safeFileName } from "../names";
import { createFolder } from ".";
import { caseDirectory } from "./paths";

const clock = { now: () => new Date("2026-03-10T09:00:00Z") };
/** In whose place there should be a disk. */
function aFile(): string {
  const path = join(temporaryFolder(), "disk");
  writeFileSync(path, "");
  return path;
}
const newRoot = () => join(temporaryFolder(), "filing");

describe("the folder", () => {
  caseSystemContract(async () => {
    const root = newRoot();
    const open = () => createFolder({ root, clock });
    const places = (name: string) => readdirSync(join(root, name));
    return {
      system: open(),
      elsewhere: open,
      away: () => createFolder({ root: join(aFile(), "filing"), clock }),
      documents: async () => (existsSync(root) ? readdirSync(root).flatMap(places).length : 0),
    };
  });

  test("[F3] holds the files, their metadata, a manifest and the receipt, and nothing half made", async () => {
    const root = newRoot();
    const parcel = parcelOf("Alt er vel.");
    await createFolder({ root, clock }).file(parcel);
    expect(readdirSync(join(root, parcel.caseNumber))).toEqual([parcel.clientId]);
    const place = join(root, parcel.caseNumber, parcel.clientId);
    expect(readdirSync(place).sort()).toEqual(
      [parcel.main.name, parcel.attachments[0]!.name, "manifest.json", "metadata.xml", "receipt.json"].sort(),
    );
    const xml = readFileSync(join(place, "metadata.xml"), "utf8");
    for (const told of [
      "<KLETitel>Samarbejde &amp; sundhed</KLETitel>",
      "<Afsendtdato>2026-03-11</Afsendtdato>",
      "<Fristoverskridelse>Fristen blev forlænget &lt;mundtligt&gt;.</Fristoverskridelse>",
      "<ModtagerCVR>19435075</ModtagerCVR>",
      "<KassationskodeTekst>B</KassationskodeTekst>",
      "<OffentlighedUndtagetHjemmelTekst>Offentlighedsloven § 23</OffentlighedUndtagetHjemmelTekst>",
      "<VersionIdentifikator>3</VersionIdentifikator>",
    ])
      expect(xml).toContain(told);
    expect(xml).toContain("<TitelTekst>Svar på &quot;udkast&quot; &lt;foreløbigt&gt; &amp; bilag</TitelTekst>");
    expect(xml).toContain("<Brevdato>2026-03-10</Brevdato>");
    expect(xml).toContain(`<GodkendtIndholdSha256>${parcel.contentHash}</GodkendtIndholdSha256>`);
  });

  test("[F3] a crash before any step leaves something that the next run finishes, with one filing and one receipt", async () => {
    const steps: string[] = [];
    await createFolder({ root: newRoot(), clock, beforeStep: (step) => steps.push(step) }).file(parcelOf("x"));
    expect(steps.length).toBeGreaterThan(8);
    for (const [index, step] of steps.entries()) {
      const root = newRoot();
      const parcel = parcelOf("Alt er vel.");
      let count = 0;
      const crash = () => {
        if (count++ === index) throw new Error(`crash before: ${step}`);
      };
      await expect(createFolder({ root, clock, beforeStep: crash }).file(parcel)).rejects.toThrow("crash before");
      const known = await createFolder({ root, clock }).poll(parcel);
      const delivery = await createFolder({ root, clock }).file(parcel);
      expect(delivery.state).toBe("filed");
      if (known) expect(delivery).toEqual(known);
      expect(readdirSync(join(root, parcel.caseNumber)), step).toEqual([parcel.clientId]);
      expect(
        readdirSync(join(root, parcel.caseNumber, parcel.clientId)).filter((name) => name.endsWith(".part")),
      ).toEqual([]);
    }
  });

  test("[F3] a case number or file name can never lead out of the root", async () => {
    const root = newRoot();
    for (const evil of [
      "../../etc/passwd",
      "..",
      ".",
      "/abs",
      "a/b",
      "a\\b",
      "\0",
      "~",
      "",
      "x".repeat(300),
      "📁".repeat(40),
    ]) {
      const path = resolve(caseDirectory(root, evil));
      expect(path.startsWith(root + sep), evil).toBe(true);
      expect(path.slice(root.length + 1)).not.toContain(sep);
      const parcel = parcelOf(evil);
      const delivery = await createFolder({ root, clock }).file({
        ...parcel,
        caseNumber: evil,
        main: { ...parcel.main, name: `${evil}.pdf` },
      });
      expect(delivery.state).toBe("filed");
    }
    expect(safeFileName("../x.pdf")).toBe("__x.pdf");
    expect(safeFileName("Manifest.json")).toBe("_Manifest.json");
    expect(readdirSync(join(root, ".."))).toEqual(["filing"]);
  });

  test("[F4] gives no receipt for files that do not read back as they were written", async () => {
    const root = newRoot();
    const parcel = parcelOf("Alt er vel.");
    await createFolder({ root, clock }).file(parcel);
    writeFileSync(join(root, parcel.caseNumber, parcel.clientId, parcel.main.name), "Noget andet.");
    await expect(createFolder({ root, clock }).file(parcel)).rejects.toMatchObject({ kind: "conflict" });
    await expect(createFolder({ root, clock }).poll(parcel)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("says so when the root cannot be a folder", async () => {
    const root = newRoot();
    mkdirSync(join(root, ".."), { recursive: true });
    writeFileSync(root, "a file");
    expect(await createFolder({ root, clock }).health()).toMatchObject({ ok: false });
  });

  test("metadata is well-formed XML whatever it says", () => {
    expect(escaped("a\u0000b\ud800c\u000b]]>")).toBe("a\ufffdb\ufffdc\ufffd]]&gt;");
  });
});
