import { afterEach, describe, expect, test } from "vitest";
import { startNova } from "../../../../tests/servers/fake-nova";
import type { Moody } from "../../../../tests/servers/moody";
import { CLIENT } from "../../../../tests/servers/token";
import { caseSystemContract, filed, NOWHERE, parcelOf, receiptIn } from "../contract";
import { badHabits } from "../habits";
import { createCaller } from "../http/caller";
import { createNova } from ".";

const clock = { now: () => new Date("2026-03-10T09:00:00Z") };
const running: Moody[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function room(options: Parameters<typeof startNova>[0] = {}, settings = {}) {
  const server = await startNova(options);
  running.push(server);
  const way = {
    address: server.url,
    tokenAddress: `${server.url}/token`,
    unitId: "818485",
    unitName: "Sekretariat",
    ...CLIENT,
    ...settings,
  };
  const open = (to = way) => createNova(to, { clock, caller: createCaller({ timeoutMs: 500 }) });
  return {
    system: open(),
    elsewhere: () => open(),
    away: () => open({ ...way, address: NOWHERE, tokenAddress: NOWHERE }),
    documents: async () => server.documents().length,
    looksWithinCase: true,
    treatNext: server.treatNext,
    server,
  };
}

describe("KMD Nova", () => {
  caseSystemContract(() => room());
  badHabits(() => room());

  test("[F17] the receipt has Nova's number and the moment we handed it over", async () => {
    const own = await room();
    const receipt = receiptIn(await filed(own, parcelOf("Alt er vel.")));
    expect(receipt).toMatchObject({
      documentNumber: "D2026-100",
      receivedAt: "2026-03-10T09:00:00.000Z",
      isReadBack: true,
    });
  });

  test("[F4] gives no receipt for files that do not read back as they were sent", async () => {
    const own = await room();
    const parcel = parcelOf("Alt er vel.");
    await filed(own, parcel);
    const [main] = own.server.documents();
    own.server.uploads.set(main!.documentUuid, Buffer.from("Noget andet."));
    await expect(own.system.poll(parcel)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("[F17] a token that runs out on the way is fetched anew", async () => {
    expect((await filed(await room({ tokensLastFor: 2 }), parcelOf("Alt er vel."))).state).toBe("filed");
  });

  test("says what is wrong with the way in", async () => {
    expect(await (await room({}, { clientId: "en anden" })).system.health()).toMatchObject({ kind: "auth" });
    expect(await (await room({}, { tokenAddress: "http://127.0.0.1:9/" })).system.health()).toMatchObject({
      kind: "unavailable",
    });
  });
});
