import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiWorld, apiWorld, ask, listed, saidTo, tokenOf } from "../../tests/world/api";
import { textApproved } from "../../tests/world/filing";
import { neighbour } from "../../tests/world/hearing";

let world: ApiWorld;
let token: string;
beforeAll(async () => {
  world = await apiWorld();
  token = (await tokenOf(world, world.people.adam)).token;
});
afterAll(() => world.close());

const get = (path: string, init?: RequestInit) => ask(world, path, token, init);

/** An approved text, and where the API has it. */
async function approvedText() {
  const { responseId, versionId } = await textApproved(world);
  return { responseId, path: `/responses/${responseId}/versions/${versionId}` };
}

describe("the way in", () => {
  test("[T2] without a token, or with one that is none, there is nothing", async () => {
    expect(await saidTo(await ask(world, "/responses", null))).toBe("401 token-missing");
    for (const none of ["x", `samsvar_${"a".repeat(43)}`, `${token}a`])
      expect(await saidTo(await ask(world, "/responses", none))).toBe("401 token-unknown");
    const basic = await ask(world, "/responses", null, { headers: { authorization: `Basic ${token}` } });
    expect([await saidTo(basic), basic.headers.get("www-authenticate")]).toEqual(["401 token-unknown", "Bearer"]);
    expect(await saidTo(await ask(world, `/responses?access_token=${token}`, null))).toBe("401 token-missing");
  });

  test("[T11] every route is for the scope that it says, and for no other", async () => {
    const { responseId, path } = await approvedText();
    const routes = [
      ["responses:read", "GET", "/responses"],
      ["responses:read", "GET", `/responses/${responseId}`],
      ["responses:read", "GET", `${path}/document`],
      ["files:read", "GET", `${path}/files/html`],
      ["webhooks:manage", "GET", "/webhooks"],
      ["webhooks:manage", "POST", "/webhooks"],
      ["webhooks:manage", "DELETE", `/webhooks/${crypto.randomUUID()}`],
    ] as const;
    const said: Record<string, string[]> = {};
    for (const scope of ["responses:read", "files:read", "webhooks:manage"]) {
      const one = (await tokenOf(world, world.people.adam, [scope])).token;
      for (const [needed, method, address] of routes) {
        const answer = await saidTo(await ask(world, address, one, { method }));
        if (needed === scope) said[scope] = [...(said[scope] ?? []), answer];
        else expect([scope, method, address, answer]).toEqual([scope, method, address, "403 scope-missing"]);
      }
    }
    expect(said).toEqual({
      "responses:read": ["200", "200", "200"],
      "files:read": ["200"],
      "webhooks:manage": ["200", "415 not-json", "404 not-found"],
    });
  });

  test("[T11] another municipality's token sees nothing, whatever it asks for", async () => {
    const { responseId, path } = await approvedText();
    const { id } = await world.api.addWebhook(world.people.adam, { url: "https://x.dk/", events: "filing.filed" });
    const there = (await tokenOf(world, (await neighbour(world)).people.adam)).token;
    expect((await listed(world, there)).items).toEqual([]);
    expect(await ask(world, "/webhooks", there).then((answer) => answer.json())).toEqual({ items: [] });
    for (const [method, address] of [
      ["GET", `/responses/${responseId}`],
      ["GET", `${path}/document`],
      ["GET", `${path}/files/pdf`],
      ["DELETE", `/webhooks/${id}`],
    ] as const)
      expect([address, await saidTo(await ask(world, address, there, { method }))]).toEqual([address, "404 not-found"]);
  });

  test("[T4] no cookie is read or set, and no page of another site is let in", async () => {
    const answer = await get("/responses", { headers: { origin: "https://ond.example", cookie: "__Host-s=x" } });
    const headers = [...answer.headers.keys()];
    expect(headers.filter((name) => name === "set-cookie" || name.startsWith("access-control"))).toEqual([]);
    expect(answer.headers.get("vary")).toBe("Authorization");
    expect(await saidTo(await get("/responses", { method: "OPTIONS" }))).toBe("405 method-not-allowed");
  });

  test("[T4] what is not there, or is not taken, is a problem with a code", async () => {
    expect(await saidTo(await get("/noget"))).toBe("404 not-found");
    expect(await saidTo(await get("/api/v2/responses"))).toBe("404 not-found");
    const put = await get("/webhooks", { method: "PUT" });
    expect([await saidTo(put), put.headers.get("allow")]).toEqual(["405 method-not-allowed", "GET, POST"]);
    const bad = await get("/responses?limit=0&cursor=x&changedSince=i-gar");
    expect(await bad.json()).toEqual({
      type: "/udviklere#form",
      title: "Noget i forespørgslen kan ikke bruges.",
      status: 422,
      code: "form",
      errors: [
        { field: "cursor", code: "not-a-cursor" },
        { field: "limit", code: "out-of-range" },
        { field: "changedSince", code: "not-a-moment" },
      ],
    });
  });

  test("[T5] whoever asks too often is told how long to wait", async () => {
    const { token: busy } = await tokenOf(world, world.people.adam, ["webhooks:manage"]);
    let last = await ask(world, "/webhooks", busy);
    expect(last.headers.get("ratelimit-remaining")).toBe("299");
    for (let asked = 0; asked < 300; asked++) last = await ask(world, "/webhooks", busy);
    expect(last.headers.get("retry-after")).toBe("1");
    expect(await saidTo(last)).toBe("429 too-many-requests");
    expect(await saidTo(await get("/webhooks"))).toBe("200");
  });
});

describe("addresses", () => {
  test("[T11] are added, listed and removed by a token that may, in its name", async () => {
    const json = { "content-type": "application/json" };
    const body = JSON.stringify({ url: "https://esdh.kommune.dk/ind", events: ["response.approved"] });
    const made = await get("/webhooks", { method: "POST", headers: json, body });
    const { id, secret } = await made.json();
    expect([made.status, secret]).toEqual([201, expect.stringMatching(/^whsec_/)]);
    const { items } = await (await get("/webhooks")).json();
    expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ url: "https://esdh.kommune.dk/ind" });
    expect(JSON.stringify(items)).not.toContain(secret);
    expect((await get(`/webhooks/${id}`, { method: "DELETE" })).status).toBe(204);
    expect(await saidTo(await get(`/webhooks/${id}`, { method: "DELETE" }))).toBe("404 not-found");
  });

  test("[T10] an address inside the house is refused, and so is what is no JSON or too much of it", async () => {
    const post = (body: string, type = "application/json") =>
      get("/webhooks", { method: "POST", headers: { "content-type": type }, body });
    const events = ["response.approved"];
    for (const url of ["http://esdh.kommune.dk/", "https://127.0.0.1/", "https://[::1]/", "https://10.1.2.3/"])
      expect([url, await saidTo(await post(JSON.stringify({ url, events })))]).toEqual([url, "422 form"]);
    expect(await saidTo(await post("{"))).toBe("415 not-json");
    expect(await saidTo(await post("null"))).toBe("422 form");
    expect(await saidTo(await post("url=x", "application/x-www-form-urlencoded"))).toBe("415 not-json");
    expect(await saidTo(await post(`"${"x".repeat(70_000)}"`))).toBe("413 too-large");
  });
});
