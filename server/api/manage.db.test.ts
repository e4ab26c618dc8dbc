import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiWorld, apiWorld, ask, saidTo, tokenOf } from "../../tests/world/api";
import { eventsOf, neighbour } from "../../tests/world/hearing";

let world: ApiWorld;
beforeAll(async () => {
  world = await apiWorld();
});
afterAll(() => world.close());

const FORM = { name: "Sagssystemet", scopes: "responses:read" };
const hook = { url: "https://esdh.kommune.dk/ind", events: "filing.filed" };

describe("who lets others in", () => {
  test("[T11] administrators alone may do any of it, whoever the others are", async () => {
    const { api, people } = world;
    const { adam, ...others } = people;
    const { id } = await tokenOf(world, adam);
    const webhook = await api.addWebhook(adam, hook);
    const commands = (one: typeof adam) => [
      () => api.page(one),
      () => api.makeToken(one, FORM),
      () => api.revokeToken(one, id),
      () => api.addWebhook(one, hook),
      () => api.removeWebhook(one, webhook.id),
      () => api.sendAgain(one, webhook.id),
      () => api.pauseWebhook(one, webhook.id),
      () => api.resumeWebhook(one, webhook.id),
      () => api.tryWebhook(one, webhook.id),
    ];
    const refused = { kind: "forbidden", code: "administrators-only" };
    for (const person of Object.values(others))
      for (const command of commands(person)) await expect(command()).rejects.toMatchObject(refused);
    const shown = await api.page(adam);
    expect(shown.tokens.find((token) => token.id === id)).toMatchObject({ state: "active" });
    expect(shown.webhooks.map((one) => one.id)).toContain(webhook.id);
  });

  test("[T11] each of their own municipality: another's tokens and addresses are not there", async () => {
    const { api, people } = world;
    const { id } = await tokenOf(world, people.adam);
    const webhook = await api.addWebhook(people.adam, hook);
    const there = (await neighbour(world)).people.adam;
    expect(await api.page(there)).toMatchObject({ tokens: [], webhooks: [] });
    await expect(api.revokeToken(there, id)).rejects.toMatchObject({ kind: "not-found" });
    for (const command of [api.removeWebhook, api.pauseWebhook, api.resumeWebhook, api.tryWebhook])
      for (const it of [webhook.id, "x"]) await expect(command(there, it)).rejects.toMatchObject({ kind: "not-found" });
    for (const nonsense of ["", "x", crypto.randomUUID()])
      await expect(api.revokeToken(people.adam, nonsense)).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("a token", () => {
  test("[T1] is shown once and stands in no table, page or trail", async () => {
    const { api, people, sql } = world;
    const { id, token } = await tokenOf(world, people.adam);
    expect(await saidTo(await ask(world, "/responses", token))).toBe("200");
    const rows = await sql`select * from api_token`;
    const trail = await sql`select * from audit_entry`;
    for (const seen of [rows, trail, await api.page(people.adam)]) {
      expect(JSON.stringify(seen)).not.toContain(token);
      expect(JSON.stringify(seen)).not.toContain(token.slice("samsvar_".length));
    }
    const [entry] = await sql`select data, actor_id from audit_entry where object_id = ${id}`;
    const scopes = ["responses:read", "files:read", "webhooks:manage"];
    expect(entry).toEqual({ data: { scopes, expiresOn: null }, actor_id: people.adam.id });
  });

  test("[T2] is good until the end of its day in Denmark, or until it is revoked, and its holder hears which", async () => {
    const { api, people, clock } = world;
    const began = clock.at;
    const { id, token } = await tokenOf(world, people.adam, ["responses:read"], { expiresOn: "2026-03-05" });
    const says = async () => saidTo(await ask(world, "/responses", token));
    clock.at = new Date("2026-03-05T22:59:59Z");
    expect(await says()).toBe("200");
    clock.at = new Date("2026-03-05T23:00:00Z");
    expect(await says()).toBe("401 token-expired");
    expect((await api.page(people.adam)).tokens.find((one) => one.id === id)).toMatchObject({ state: "expired" });
    clock.at = began;
    await api.revokeToken(people.adam, id);
    expect(await says()).toBe("401 token-revoked");
    await api.revokeToken(people.adam, id);
    expect(await eventsOf(world, id)).toEqual(["token-made", "token-revoked"]);
  });

  test("[T1] says when it was last used, to the minute", async () => {
    const { api, people, clock } = world;
    const { id, token } = await tokenOf(world, people.adam);
    const lastUsed = async () => (await api.page(people.adam)).tokens.find((one) => one.id === id)?.lastUsedAt;
    const began = clock.at;
    expect(await lastUsed()).toBeNull();
    await ask(world, "/responses", token);
    clock.at = new Date(began.getTime() + 30_000);
    await ask(world, "/responses", token);
    expect(await lastUsed()).toEqual(began);
    clock.at = new Date(began.getTime() + 61_000);
    await ask(world, "/responses", token);
    expect(await lastUsed()).toEqual(clock.at);
    clock.at = began;
  });

  test("[T1] has a name of its own, at least one scope, and a last day that can be", async () => {
    const { api, people } = world;
    const refusal = (form: unknown) => api.makeToken(people.adam, form).catch((error) => error.fields);
    expect(await refusal({ name: " ", expiresOn: "2026-02-30" })).toEqual({
      name: "missing",
      scopes: "choose-scopes",
      expiresOn: "not-a-day",
    });
    expect(await refusal({ name: "a\nb", scopes: "everything" })).toEqual({
      name: "not-one-line",
      scopes: "choose-scopes",
    });
    for (const expiresOn of ["2026-03-01", "2029-01-01"])
      expect(await refusal({ ...FORM, expiresOn })).toEqual({ expiresOn: "not-an-expiry-day" });
    const { id } = await api.makeToken(people.adam, FORM);
    expect(await refusal({ ...FORM, name: "SAGSSYSTEMET" })).toEqual({ name: "token-name-taken" });
    await api.revokeToken(people.adam, id);
    await api.makeToken(people.adam, FORM);
  });
});
