import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startSbsys } from "../../../../tests/servers/fake-sbsys";
import type { Moody } from "../../../../tests/servers/moody";
import { CLIENT } from "../../../../tests/servers/token";
import {
  type FilingWorld,
  filingRequested,
  filingRow,
  filingWorld,
  textApproved,
} from "../../../../tests/world/filing";
import { neighbour } from "../../../../tests/world/hearing";

let world: FilingWorld;
const running: Moody[] = [];
beforeAll(async () => {
  world = await filingWorld();
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await world.sql`delete from case_system`;
});
afterAll(() => world.close());

async function sbsysForm(change: Record<string, string> = {}) {
  const server = await startSbsys();
  running.push(server);
  const places = { address: `${server.url}/api`, tokenAddress: `${server.url}/token` };
  const form = { adapter: "sbsys", documentKind: "", ...places, ...CLIENT, choose: "yes", ...change };
  return { form, server };
}

const door = () => world.exportsTo(world.newRoot());

describe("choosing a case system", () => {
  test("[F18] only administrators, each for their own municipality", async () => {
    const { form } = await sbsysForm();
    const exports = door();
    for (const person of [world.people.tove, world.people.jens, world.people.rita, world.people.lise]) {
      const refused = { kind: "forbidden", code: "administrators-only" };
      await expect(exports.caseSystem(person, null)).rejects.toMatchObject(refused);
      await expect(exports.saveCaseSystem(person, form)).rejects.toMatchObject(refused);
      await expect(exports.tryCaseSystem(person, form)).rejects.toMatchObject(refused);
    }
    await exports.saveCaseSystem(world.people.adam, form);
    expect(await exports.caseSystem(world.people.adam, null)).toMatchObject({ chosen: "sbsys", secret: "kept" });
    const there = (await neighbour(world)).people.adam;
    expect(await exports.caseSystem(there, "sbsys")).toMatchObject({ chosen: "folder", secret: "none", settings: {} });
  });

  test("[F11] the secret stands sealed in the database, on no page and in no trail", async () => {
    const { form } = await sbsysForm();
    const exports = door();
    await exports.saveCaseSystem(world.people.adam, form);
    const [row] = await world.sql`select * from case_system`;
    const trail = await world.sql`select * from audit_entry`;
    const page = await exports.caseSystem(world.people.adam, "sbsys");
    for (const seen of [row, trail, page]) expect(JSON.stringify(seen)).not.toContain(CLIENT.secret);
    expect(page.settings).toMatchObject({ clientId: CLIENT.clientId });
    const events = trail.filter(({ event }) => String(event).startsWith("case-system-"));
    expect(events.slice(-2).map(({ event }) => event)).toEqual(["case-system-set-up", "case-system-chosen"]);
    expect(events.at(-2)!["data"]).toMatchObject({ adapter: "sbsys", isSecretNew: true });
  });

  test("[F11] sealed with another key it must be typed again, and nothing is filed with it meanwhile", async () => {
    const { form } = await sbsysForm();
    await door().saveCaseSystem(world.people.adam, form);
    await world.sql`update case_system set secret = 'v1.AAAA'`;
    expect(await door().caseSystem(world.people.adam, null)).toMatchObject({ secret: "unreadable" });
    await expect(door().saveCaseSystem(world.people.adam, { ...form, secret: "" })).rejects.toMatchObject({
      fields: { secret: "missing" },
    });
    const { filingId, door: exports } = await filingRequested(world);
    await exports.deliver({ filingId });
    expect(await filingRow(world, filingId)).toMatchObject({ adapter: "sbsys", state: "sent" });
  });

  test("[F18] an empty secret keeps the one that is there, but never for another place", async () => {
    const { form } = await sbsysForm();
    const exports = door();
    await exports.saveCaseSystem(world.people.adam, form);
    await exports.saveCaseSystem(world.people.adam, { ...form, secret: "", documentKind: "4" });
    expect((await exports.caseSystem(world.people.adam, null)).settings).toMatchObject({ documentKind: "4" });
    const stolen = { ...form, secret: "", tokenAddress: "https://tyv.example/token" };
    for (const act of [exports.saveCaseSystem, exports.tryCaseSystem])
      await expect(act(world.people.adam, stolen)).rejects.toMatchObject({ fields: { secret: "secret-again" } });
  });

  test("[F18] settings that cannot be right are refused field by field", async () => {
    const refusal = (form: Record<string, string>) =>
      door()
        .saveCaseSystem(world.people.adam, form)
        .then(() => null)
        .catch((error) => error.fields);
    const sbsys = {
      adapter: "sbsys",
      address: "http://sbsys.example/api",
      tokenAddress: "sbsys",
      clientId: " ",
      secret: "x",
    };
    expect(await refusal({ ...sbsys, documentKind: "fire" })).toEqual({
      address: "not-a-safe-address",
      tokenAddress: "not-an-address",
      clientId: "missing",
      documentKind: "not-a-number",
    });
    expect(await refusal({ adapter: "webdav", address: "https://a:b@x.dk/", user: "u" })).toEqual({
      address: "not-a-safe-address",
    });
    expect(await refusal({ adapter: "webdav", address: "http://169.254.169.254/", user: "u" })).toEqual({
      address: "not-a-safe-address",
    });
    const sftp = {
      adapter: "sftp",
      host: "https://x.dk",
      port: "0",
      user: "u",
      hostKey: "MD5:1",
      outFolder: "../x",
      inFolder: "",
    };
    expect(await refusal(sftp)).toEqual({
      host: "not-a-host",
      port: "not-a-port",
      hostKey: "not-a-host-key",
      outFolder: "not-a-folder",
      inFolder: "missing",
    });
    expect(await refusal({ adapter: "acadre" })).toEqual({ adapter: "not-a-choice" });
  });

  test("[F18] trying says whether it works in words of ours, and keeps nothing", async () => {
    const { form } = await sbsysForm();
    const exports = door();
    expect(await exports.tryCaseSystem(world.people.adam, form)).toEqual({ ok: true });
    const wrong = await exports.tryCaseSystem(world.people.adam, { ...form, secret: "forkert" });
    expect(wrong).toEqual({ ok: false, code: "auth", found: null });
    expect(await exports.tryCaseSystem(world.people.adam, { adapter: "folder" })).toEqual({ ok: true });
    expect(await exports.caseSystem(world.people.adam, "sbsys")).toMatchObject({ secret: "none", chosen: "folder" });
  });
});

describe("filing to the chosen system", () => {
  test("[F10] a filing stays with the system it was asked for; a failed one goes to the new one when a person says so", async () => {
    const { form, server } = await sbsysForm({ secret: "forkert" });
    const admin = door();
    await admin.saveCaseSystem(world.people.adam, form);
    const matter = await textApproved(world);
    const { responseId, suggested, door: exports } = matter;
    const filingId = await exports.requestFiling(world.people.jens, responseId, suggested);
    for (let tried = 0; tried < 4; tried++) await exports.deliver({ filingId });
    await admin.saveCaseSystem(world.people.adam, { adapter: "folder", choose: "yes" });
    const { elsewhere } = await admin.caseSystem(world.people.adam, null);
    const page = await exports.page(world.people.jens, responseId);
    expect(page).toMatchObject({
      chosen: "folder",
      filing: { adapter: "sbsys", state: "failed" },
      can: { move: true },
    });
    await expect(exports.retry(world.people.jens, filingId, { moveTo: "nova" })).rejects.toMatchObject({
      code: "case-system-not-chosen",
    });
    await exports.retry(world.people.jens, filingId, { moveTo: "folder" });
    await exports.deliver({ filingId });
    expect(await filingRow(world, filingId)).toMatchObject({ adapter: "folder", state: "filed" });
    expect(await admin.caseSystem(world.people.adam, null)).toMatchObject({ elsewhere: elsewhere - 1 });
    expect(server.documents()).toEqual([]);
    const [moved] = await world.sql`select data from audit_entry where event = 'filing-moved'`;
    expect(moved!["data"]).toMatchObject({ from: "sbsys", to: "folder" });
  });

  test("[F10] a setup that is mended is what the next try uses", async () => {
    const { form, server } = await sbsysForm({ secret: "forkert" });
    const admin = door();
    await admin.saveCaseSystem(world.people.adam, form);
    const { filingId, door: exports } = await filingRequested(world);
    await exports.deliver({ filingId });
    world.clock.at = new Date(world.clock.at.getTime() + 1000);
    await admin.saveCaseSystem(world.people.adam, { ...form, ...CLIENT });
    await world.sql`update filing set metadata = metadata || '{"caseNumber":"29.30.00-K02-7-26"}' where id = ${filingId}`;
    await exports.deliver({ filingId });
    expect(await filingRow(world, filingId)).toMatchObject({ state: "filed" });
    expect(server.documents()).toHaveLength(3);
  });
});
