import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ApiWorld, apiWorld, ask, listed, saidTo, tokenOf } from "../../tests/world/api";
import { textApproved } from "../../tests/world/filing";
import { textSent, writes } from "../../tests/world/hearing";

let world: ApiWorld;
let token: string;
beforeAll(async () => {
  world = await apiWorld();
  token = (await tokenOf(world, world.people.adam)).token;
});
afterAll(() => world.close());

const get = (path: string, init?: RequestInit) => ask(world, path, token, init);
const hashOf = (bytes: ArrayBuffer | string) =>
  createHash("sha256")
    .update(typeof bytes === "string" ? bytes : Buffer.from(bytes))
    .digest("hex");

/** An approved text, and where the API has it. */
async function approved() {
  const matter = await textApproved(world);
  return { ...matter, path: `/responses/${matter.responseId}/versions/${matter.versionId}` };
}

describe("approved texts", () => {
  test("[T3] are listed in the order in which they changed, page by page, and a change comes after the cursor", async () => {
    const { people, reviews } = world;
    const before = await listed(world, token);
    const first = await approved();
    const second = await approved();
    await textSent(world);
    const page = await listed(world, token, `?cursor=${before.next}&limit=1`);
    expect(page).toMatchObject({ items: [{ id: first.responseId, status: "approved" }], hasMore: true });
    const rest = await listed(world, token, `?cursor=${page.next}&limit=1`);
    expect(rest).toMatchObject({ items: [{ id: second.responseId }], hasMore: false });
    expect(await listed(world, token, `?cursor=${rest.next}`)).toEqual({ items: [], next: rest.next, hasMore: false });
    await reviews.reopen(people.tove, first.responseId, { reason: "En fejl" });
    const changed = await listed(world, token, `?cursor=${rest.next}`);
    expect(changed.items).toMatchObject([
      { id: first.responseId, status: "reopened", version: { id: first.versionId } },
    ]);
  });

  test("[T3] can be asked for from a moment on", async () => {
    const { clock } = world;
    const began = clock.at;
    await approved();
    clock.at = new Date(began.getTime() + 3_600_000);
    const later = await approved();
    const since = encodeURIComponent(clock.at.toISOString());
    expect((await listed(world, token, `?changedSince=${since}`)).items.map(({ id }) => id)).toEqual([
      later.responseId,
    ]);
    clock.at = began;
  });

  test("[T3] never show the text that is worked on: not before approval, and not after a reopening", async () => {
    const sent = await textSent(world);
    expect(await saidTo(await get(`/responses/${sent.responseId}`))).toBe("404 not-found");
    const { responseId, documentId, path } = await approved();
    await world.reviews.reopen(world.people.tove, responseId, { reason: "En fejl" });
    await writes(world, world.people.sune, documentId, "Hemmeligt udkast");
    expect(await (await get(`${path}/document`)).text()).not.toContain("Hemmeligt");
    expect(await (await get(`${path}/files/html`)).text()).not.toContain("Hemmeligt");
    const reviewId = await world.reviews.send(world.people.tove, responseId, {
      approverId: world.people.lars.id,
      holesAccepted: "yes",
    });
    const [round] = (await world.reviews.page(world.people.lars, responseId)).rounds;
    const waiting = `/responses/${responseId}/versions/${round!.versionId}`;
    for (const address of [`${waiting}/document`, `${waiting}/files/pdf`])
      expect(await saidTo(await get(address))).toBe("404 not-found");
    await world.reviews.approve(world.people.lars, reviewId, { sha256: round!.sha256 });
    expect(await (await get(`${waiting}/document`)).text()).toContain("Hemmeligt");
  });

  test("[T3] a version is found under its own response and under no other", async () => {
    const [one, other] = [await approved(), await approved()];
    const crossed = `/responses/${one.responseId}/versions/${other.versionId}`;
    expect(await saidTo(await get(`${crossed}/document`))).toBe("404 not-found");
    expect(await saidTo(await get(`${crossed}/files/html`))).toBe("404 not-found");
    expect(await saidTo(await get(`${one.path}/files/exe`))).toBe("404 not-found");
  });

  test("[T3] the document is byte for byte what its hash is of, and a damaged one is not handed out", async () => {
    const { path, sha256, versionId } = await approved();
    const answer = await get(`${path}/document`);
    expect(hashOf(await answer.text())).toBe(sha256);
    expect(answer.headers.get("etag")).toBe(`"${sha256}"`);
    await world.sql`alter table document_version disable trigger user`;
    await world.sql`update document_version set canonical = canonical || ' ' where id = ${versionId}`;
    await world.sql`alter table document_version enable trigger user`;
    expect(await saidTo(await get(`${path}/document`))).toBe("409 version-damaged");
  });

  test("[T3] a filed one says where: case, document number and when", async () => {
    const { responseId, suggested, door } = await approved();
    const filingId = await door.requestFiling(world.people.jens, responseId, suggested);
    await door.deliver({ filingId });
    const one = await (await get(`/responses/${responseId}`)).json();
    expect(one).toMatchObject({ status: "filed", filing: { caseNumber: "26/1234" } });
    expect(one.filing.documentNumber).not.toBe("");
  });
});

describe("files", () => {
  test("[X1] are those of the files' page, byte for byte, made in the token's name, in parts and only when new", async () => {
    const { path, versionId, door } = await approved();
    const answer = await get(`${path}/files/pdf`);
    const bytes = await answer.arrayBuffer();
    const ours = await door.file(world.people.jens, versionId, "pdf");
    expect(hashOf(bytes)).toBe(ours.sha256);
    const etag = `"${ours.sha256}"`;
    expect(answer.headers.get("etag")).toBe(etag);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const part = await get(`${path}/files/pdf`, { headers: { range: "bytes=0-4" } });
    expect([part.status, await part.text()]).toEqual([206, "%PDF-"]);
    const known = await get(`${path}/files/pdf`, { headers: { "if-none-match": etag } });
    expect([known.status, await known.text()]).toEqual([304, ""]);
    const head = await get(`${path}/files/pdf`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(bytes.byteLength)]);
    const [made] = await world.sql`select actor_id, actor_roles from audit_entry
      where event = 'file-exported' and data ->> 'versionId' = ${versionId}`;
    expect(made).toMatchObject({ actor_id: null, actor_roles: expect.stringContaining("api-token") });
  });

  test("[T6] every kind that a response offers can be fetched as what it says it is", async () => {
    const { responseId } = await approved();
    const { files } = await (await get(`/responses/${responseId}`)).json();
    expect(files.length).toBeGreaterThan(5);
    for (const { kind, url, mediaType } of files) {
      const answer = await get(url);
      expect([kind, answer.status, answer.headers.get("content-type")]).toEqual([kind, 200, mediaType]);
      await answer.arrayBuffer();
    }
  });
});

describe("openapi.json", () => {
  test("[T6] is there for everybody, and what each route answers is what it says", async () => {
    const { responseId, path } = await approved();
    const document = await (await ask(world, "/openapi.json", null)).json();
    const made = await get("/webhooks", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ url: "https://esdh.kommune.dk/", events: ["filing.filed"] }),
    });
    const answers: [string, string, Response][] = [
      ["/responses", "get", await get("/responses")],
      ["/responses/{responseId}", "get", await get(`/responses/${responseId}`)],
      ["/responses/{responseId}/versions/{versionId}/document", "get", await get(`${path}/document`)],
      ["/responses/{responseId}/versions/{versionId}/files/{kind}", "get", await get(`${path}/files/docx`)],
      ["/webhooks", "get", await get("/webhooks")],
      ["/webhooks", "post", made],
      ["/webhooks/{webhookId}", "delete", await get(`/webhooks/${crypto.randomUUID()}`, { method: "DELETE" })],
    ];
    const said = answers.map(([address, method]) => `${method} ${address}`).sort();
    const promised = Object.entries(document.paths as Record<string, object>).flatMap(([address, methods]) =>
      Object.keys(methods).map((method) => `${method} ${address}`),
    );
    expect(said).toEqual(promised.sort());
    for (const [address, method, answer] of answers) {
      const promise = document.paths[address][method].responses[answer.status];
      expect([address, method, answer.status, promise]).toEqual([address, method, answer.status, expect.anything()]);
      const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
      const content = promise.content[type] ?? promise.content["*/*"];
      expect([address, type, content]).toEqual([address, type, expect.anything()]);
      if (content.schema) holds(document, content.schema.$ref, await answer.json());
    }
  });
});

/** The answer is what the document's own JSON Schema says, and has nothing that it does not name. */
function holds(document: { components: { schemas: Record<string, object> } }, ref: string, json: unknown): void {
  const schema = document.components.schemas[ref.split("/").at(-1) ?? ""];
  expect([ref, schema]).toEqual([ref, expect.anything()]);
  // Zod takes a reference for a whole address. Its type of JSON Schema is narrower than what JSON.parse gives.
  const readable = JSON.parse(JSON.stringify(schema).replaceAll('"format":"uri-reference"', '"title":"a link"'));
  const read = z.fromJSONSchema(readable as Parameters<typeof z.fromJSONSchema>[0]);
  expect(read.safeParse(json).error).toBeUndefined();
  expect(read.parse(json)).toEqual(json);
}
