import { afterEach, describe, expect, test } from "vitest";
import { startSbsys } from "../../../../tests/servers/fake-sbsys";
import type { Moody } from "../../../../tests/servers/moody";
import { CLIENT } from "../../../../tests/servers/token";
import { caseSystemContract, filed, NOWHERE, parcelOf, receiptIn } from "../contract";
import { badHabits } from "../habits";
import { createCaller } from "../http/caller";
import { createSbsys } from ".";

const clock = { now: () => new Date("2026-03-10T09:00:00Z") };
const running: Moody[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function room(options: Parameters<typeof startSbsys>[0] = {}, settings = {}) {
  const server = await startSbsys(options);
  running.push(server);
  const way = {
    address: `${server.url}/api`,
    tokenAddress: `${server.url}/token`,
    documentKind: "7",
    ...CLIENT,
    ...settings,
  };
  const open = (to = way) => createSbsys(to, { clock, caller: createCaller({ timeoutMs: 500 }) });
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

describe("SBSYS", () => {
  caseSystemContract(() => room());
  badHabits(() => room());

  test("[F17] each document has its title, its description with our mark, and the bytes that were sent", async () => {
    const own = await room();
    const parcel = parcelOf("Alt er vel.");
    const receipt = receiptIn(await filed(own, parcel));
    const [main, attachment] = own.server.documents();
    expect(main).toMatchObject({ DokumentNavn: parcel.metadata.title });
    expect(main!.Beskrivelse).toContain("\nUndtaget fra aktindsigt efter: Offentlighedsloven § 23\n");
    expect(main!.Beskrivelse).toContain(`${parcel.clientId} 1-2 `);
    expect(Buffer.from(main!.bytes)).toEqual(parcel.main.bytes);
    expect(attachment!.Beskrivelse).toContain(`${parcel.clientId} 2-2 `);
    expect(receipt).toMatchObject({ documentNumber: String(main!.DokumentID), isReadBack: false });
  });

  test("[F17] a token that runs out on the way is fetched anew", async () => {
    const own = await room({ tokensLastFor: 2 });
    expect((await filed(own, parcelOf("Alt er vel."))).state).toBe("filed");
    expect(own.server.asked.filter((one) => one === "POST /token").length).toBeGreaterThan(2);
  });

  test("says what is wrong with the way in", async () => {
    expect(await (await room({}, { secret: "forkert" })).system.health()).toMatchObject({ kind: "auth" });
    expect(await (await room({}, { address: "http://127.0.0.1:9/api" })).system.health()).toMatchObject({
      kind: "unavailable",
    });
  });
});
