import { afterAll, beforeAll, expect, test } from "vitest";
import { type HearingWorld, hearingUnderWay, hearingWorld, neighbour, textSent } from "../../tests/world/hearing";
import { p, wordOf } from "../agreements/read/docx/word-by-hand";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

function formWith(content: Uint8Array | string, name = "bidrag.docx"): FormData {
  const form = new FormData();
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  form.set("file", new File([new Uint8Array(bytes)], name));
  return form;
}

test("[E25] whoever may write in the text may have a Word file read, and nothing is kept of it", async () => {
  const { responses, people, sql } = world;
  const { responseId } = await hearingUnderWay(world);
  const before = await sql`select count(*) from audit_entry`;
  const form = formWith(await wordOf({ body: p("Vi støtter forslaget.") }));
  for (const one of [people.tove, people.sune]) {
    expect(await responses.readWordFile(one, responseId, form)).toEqual({
      parts: [{ type: "block", kind: "paragraph", level: 0, content: [{ text: "Vi støtter forslaget." }] }],
      left: [],
    });
  }
  expect(await sql`select count(*) from audit_entry`).toEqual(before);
});

test("[E25] [D3] who only reads it, or does not see it at all, has no file read", async () => {
  const { responses, people } = world;
  const { responseId } = await hearingUnderWay(world);
  const form = formWith(await wordOf({ body: p("Tekst") }));
  const refused = (one: typeof people.tove) => responses.readWordFile(one, responseId, form);
  await expect(refused(people.lise)).rejects.toMatchObject({ kind: "forbidden", code: "text-not-yours-to-write" });
  await expect(refused(people.rita)).rejects.toMatchObject({ kind: "not-found" });
  await expect(refused((await neighbour(world)).people.tove)).rejects.toMatchObject({ kind: "not-found" });
});

test("[E25] [A1] into a text that is sent for approval nothing is read", async () => {
  const { responses, people } = world;
  const { responseId } = await textSent(world);
  const form = formWith(await wordOf({ body: p("Tekst") }));
  await expect(responses.readWordFile(people.sune, responseId, form)).rejects.toMatchObject({ kind: "forbidden" });
});

test("[E25] what cannot be read is refused at its field, with the reason", async () => {
  const { responses, people } = world;
  const { responseId } = await hearingUnderWay(world);
  const refusal = (form: FormData) =>
    responses.readWordFile(people.sune, responseId, form).catch((error) => error.fields);
  expect(await refusal(new FormData())).toEqual({ file: "missing" });
  expect(await refusal(formWith(""))).toEqual({ file: "empty-file" });
  expect(await refusal(formWith("PK\u0003\u0004 word/ halvt"))).toEqual({ file: "damaged" });
  expect(await refusal(formWith("Bare tekst", "brev.txt"))).toEqual({ file: "other-content" });
  expect(await refusal(formWith(new Uint8Array(20 * 1024 * 1024 + 1)))).toEqual({ file: "file-too-large" });
});
