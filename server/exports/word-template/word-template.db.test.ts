import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FilingWorld, filingWorld, textApproved } from "../../../tests/world/filing";
import { eventsOf } from "../../../tests/world/hearing";
import { exampleTemplate } from "./sample";

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});
afterAll(() => world.close());

async function wordFile(name = "Skabelon.docx"): Promise<File> {
  return new File([new Uint8Array(await exampleTemplate())], name);
}

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

describe("[X16] a municipality's own Word template", () => {
  test("is chosen by an administrator, used for what is made from then on, and can be taken away", async () => {
    const { people } = world;
    const before = await textApproved(world);
    const { door } = before;
    const plain = await door.file(people.jens, before.versionId, "docx");
    await door.setTemplate(people.adam, { file: await wordFile(), references: "none" });
    expect(await door.template(people.adam)).toMatchObject({
      template: { fileName: "Skabelon.docx", references: "none", uploadedBy: expect.any(String) },
    });
    const after = await textApproved(world);
    const made = await textOf((await door.file(people.jens, after.versionId, "docx")).bytes);
    for (const said of ["Sagsnummer: 26/1234", "Til: Regionen", "Vi støtter forslaget.", "Med venlig hilsen"])
      expect(made).toContain(said);
    expect((await door.file(people.jens, before.versionId, "docx")).sha256).toBe(plain.sha256);
    await door.setTemplate(people.adam, { references: "footnote" });
    await door.removeTemplate(people.adam);
    expect((await door.template(people.adam)).template).toBeNull();
    const events = (await eventsOf(world, people.adam.municipality.id)).filter((event) =>
      event.startsWith("word-template"),
    );
    expect(events).toEqual(["word-template-set", "word-template-set", "word-template-removed"]);
  });

  test("[D3] is nobody else's to see or choose; what is none is refused at its field, and nothing is written", async () => {
    const { people, sql } = world;
    const door = world.exportsTo(world.newRoot());
    const file = await wordFile();
    for (const viewer of [people.tove, people.jens, people.lars]) {
      await expect(door.template(viewer)).rejects.toMatchObject({ code: "administrators-only" });
      await expect(door.setTemplate(viewer, { file, references: "none" })).rejects.toMatchObject({ kind: "forbidden" });
      await expect(door.removeTemplate(viewer)).rejects.toMatchObject({ kind: "forbidden" });
    }
    for (const [form, fields] of [
      [{ file: new File(["Hej"], "brev.docx"), references: "none" }, { file: "template-damaged" }],
      [{ references: "none" }, { file: "missing" }],
      [{ file, references: "fed" }, { references: "not-a-choice" }],
    ] as const)
      await expect(door.setTemplate(people.adam, form)).rejects.toMatchObject({ kind: "invalid", fields });
    expect(await sql`select 1 from word_template`).toHaveLength(0);
  });
});
