import { afterEach, describe, expect, test } from "vitest";
import { ACCOUNT, startGetOrganized } from "../../../../tests/servers/fake-getorganized";
import type { Moody } from "../../../../tests/servers/moody";
import { caseSystemContract, filed, NOWHERE, OPEN_CASE, parcelOf, receiptIn } from "../contract";
import { badHabits } from "../habits";
import { createNtlm, personOf } from "../http/ntlm";
import { createGetOrganized } from ".";

const running: Moody[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function room(settings = {}) {
  const server = await startGetOrganized();
  running.push(server);
  const way = { address: server.url, ...ACCOUNT, ...settings };
  const open = (to = way) => createGetOrganized(to, { caller: createNtlm(personOf(to.user, to.secret), 500) });
  return {
    system: open(),
    elsewhere: () => open(),
    away: () => open({ ...way, address: NOWHERE }),
    documents: async () => server.documents().length,
    looksWithinCase: true,
    treatNext: server.treatNext,
    server,
  };
}

describe("GetOrganized", () => {
  caseSystemContract(() => room());
  badHabits(() => room());

  test("[F17] it is filed when every document is final, and not before", async () => {
    const { system, server } = await room();
    const parcel = parcelOf("Alt er vel.");
    expect(await system.file(parcel)).toEqual({ state: "delivered" });
    expect(await system.poll(parcel)).toEqual({ state: "delivered" });
    const receipt = receiptIn(await system.finalize!(parcel));
    expect(server.documents().map(({ Finalized }) => Finalized)).toEqual([true, true]);
    expect(receipt).toMatchObject({ documentNumber: "215820", isReadBack: true });
  });

  test("[F17] a name that it would write over is never used twice", async () => {
    const own = await room();
    const [one, other] = [parcelOf("Alt er vel."), parcelOf("Noget andet.")];
    await filed(own, one);
    await filed(own, other);
    expect(new Set(own.server.documents().map(({ Name }) => Name)).size).toBe(4);
    expect((await own.system.findCase!(OPEN_CASE))?.title).toBe("Høring & svar");
  });

  test("[F4] gives no receipt for files that do not read back as they were sent", async () => {
    const own = await room();
    const parcel = parcelOf("Alt er vel.");
    await filed(own, parcel);
    own.server.documents()[0]!.bytes = Buffer.from("Konverteret.");
    await expect(own.system.poll(parcel)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("says what is wrong with the way in", async () => {
    expect(await (await room({ secret: "forkert" })).system.health()).toMatchObject({ kind: "auth" });
    expect(await (await room({ address: "http://127.0.0.1:9" })).system.health()).toMatchObject({
      kind: "unavailable",
    });
  });
});
