import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasSshd, type Sshd, startSshd } from "../../../../tests/servers/sshd";
import { caseSystemContract, parcelOf, receiptIn as receiptOf } from "../contract";
import type { Parcel } from "../port";
import { createSftp, type SftpSettings } from ".";
import { receiptIn, standingBy } from "./receipts";

const clock = { now: () => new Date("2026-03-10T09:00:00Z") };

describe.skipIf(!hasSshd)("SFTP on a real OpenSSH (skipped where there is none)", { timeout: 60_000 }, () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(() => sshd.stop());

  function room(change: Partial<SftpSettings> = {}) {
    const root = join(sshd.folder, randomUUID());
    const [out, into] = [join(root, "OUT"), join(root, "IN")];
    for (const name of [out, into]) mkdirSync(name, { recursive: true });
    const { host, port, user, secret, hostKey } = sshd;
    const settings = { host, port: String(port), user, secret, hostKey, outFolder: out, inFolder: into, ...change };
    const open = (to = settings) => createSftp(to, { clock, cvr: "11111111" });
    const away = () => open({ ...settings, port: "9" });
    const envelopes = () => readdirSync(out).filter((name) => name.endsWith(".xml"));
    /** The receiver answers whatever lies there and was not answered before. */
    const answer = async (says = "ACCEPTERET") => {
      const isNew = (name: string) => !existsSync(join(into, `kvittering_${name}`));
      for (const name of envelopes().filter(isNew))
        writeFileSync(join(into, `kvittering_${name}`), business(idIn(name), says));
    };
    return {
      system: open(),
      elsewhere: () => open(),
      away,
      answer,
      documents: async () => envelopes().length,
      out,
      into,
    };
  }

  caseSystemContract(async () => room());

  test("[F16] the files lie whole in the folder before the envelope that names them, and nothing half made", async () => {
    const { system, out } = room();
    const parcel = parcelOf("Alt er vel.");
    expect(await system.file(parcel)).toEqual({ state: "sent" });
    const names = seenIn(out);
    expect(names).toHaveLength(3);
    expect(names.filter((name) => name.endsWith(".part"))).toEqual([]);
    const xml = readFileSync(join(out, `${parcel.clientId}.xml`), "utf8");
    for (const name of names.filter((one) => !one.endsWith(".xml"))) expect(xml).toContain(`<Location>${name}<`);
    expect(xml).toContain("<TitelTekst>Svar på &quot;udkast&quot; &lt;foreløbigt&gt; &amp; bilag</TitelTekst>");
    expect(xml).toContain("<Brevdato>2026-03-10</Brevdato>\n<Fristdato>2026-03-10</Fristdato>");
    expect(xml).toContain("<KassationskodeTekst>B</KassationskodeTekst>");
    expect(xml).toContain("<HjemmelTekst>Offentlighedsloven § 23</HjemmelTekst>");
    expect(xml).toContain("<URN>urn:oio:cvr-nr:19435075</URN>");
    expect(xml).toContain(`<AnvenderTransaktionsID>${parcel.clientId}<`);
  });

  test("[F16] receipts bring it on step by step, whatever order they come in, and the last word counts", async () => {
    const { system, into } = room();
    const parcel = parcelOf("Alt er vel.");
    await system.file(parcel);
    const say = (name: string, xml: string) => writeFileSync(join(into, name), xml);
    say("en-andens.xml", business(randomUUID(), "AFVIST"));
    say("ingen-kvittering.xml", "<html/>");
    expect(await system.poll(parcel)).toEqual({ state: "sent" });
    say("b.xml", business(parcel.clientId, "AFLEVERET"));
    expect(await system.poll(parcel)).toEqual({ state: "delivered" });
    say("a.xml", transport(parcel.clientId, "ADVARSEL"));
    say("a-igen.xml", transport(parcel.clientId, "ADVARSEL"));
    expect(await system.poll(parcel)).toEqual({ state: "delivered" });
    say("c.xml", business(parcel.clientId, "ACCEPTERET"));
    const receipt = receiptOf(await system.poll(parcel));
    expect(receipt).toMatchObject({ documentNumber: numberOf(parcel.clientId), isReadBack: false });
  });

  test("[F16] a refusal carries the receiver's own words", async () => {
    const { system, into } = room();
    const parcel = parcelOf("Alt er vel.");
    await system.file(parcel);
    writeFileSync(join(into, "k.xml"), business(parcel.clientId, "AFVIST"));
    expect(await system.poll(parcel)).toEqual({
      state: "rejected",
      reason: "Ikke vores & jeres. Emnet er ukendt (KLE-17)",
    });
  });

  test("[F16] what the receiver has taken away is known by its receipt", async () => {
    const { system, answer, out } = room();
    const parcel = parcelOf("Alt er vel.");
    await system.file(parcel);
    await answer("MODTAGET");
    for (const name of readdirSync(out)) rmSync(join(out, name));
    expect(await system.poll(parcel)).toEqual({ state: "received" });
    expect(await system.file(parcel)).toEqual({ state: "received" });
    expect(readdirSync(out)).toEqual([]);
  });

  test("[F16] a run that ended anywhere is finished by the next one, with one envelope", async () => {
    const whole = room();
    const sample = parcelOf("x");
    await whole.system.file(sample);
    const steps = seenIn(whole.out).length;
    for (let there = 0; there <= steps; there++) {
      for (const isHalf of [false, true]) {
        const { system, out } = room();
        const parcel = { ...parcelOf("x"), clientId: sample.clientId };
        leaveThere(whole.out, out, there, isHalf);
        expect(await system.file(parcel), `${there} ${isHalf}`).toEqual({ state: "sent" });
        expect(seenIn(out)).toEqual(seenIn(whole.out));
      }
    }
  });

  test("[F24] killed between its mark and its name it is sent once; killed after its name, and taken away, it is not sent again", async () => {
    const { system, elsewhere, out, into } = room();
    const parcel = parcelOf("Alt er vel.");
    await system.file(parcel);
    const [envelope, mark] = [`${parcel.clientId}.xml`, `.${parcel.clientId}.afleveret.part`];
    // The mark is there, the name not yet: the next run gives it its name.
    renameSync(join(out, envelope), join(out, `${envelope}.part`));
    expect(await elsewhere().poll(parcel)).toBeNull();
    expect(await elsewhere().file(parcel)).toEqual({ state: "sent" });
    expect(seenIn(out)).toHaveLength(3);
    // The receiver has taken all of it, and has not answered yet.
    for (const name of seenIn(out)) rmSync(join(out, name));
    for (const node of [system, elsewhere()]) {
      expect(await node.poll(parcel)).toEqual({ state: "sent" });
      expect(await node.file(parcel)).toEqual({ state: "sent" });
    }
    expect(seenIn(out)).toEqual([]);
    // Other files under that id are a conflict, as ever; after three days it is for a person to say. [F12]
    await expect(system.file({ ...parcelOf("Andet"), clientId: parcel.clientId })).rejects.toMatchObject({
      kind: "conflict",
    });
    const { at } = JSON.parse(readFileSync(join(out, mark), "utf8"));
    const old = new Date(Date.parse(at) - 73 * 3_600_000).toISOString();
    const said = readFileSync(join(out, mark), "utf8");
    writeFileSync(join(out, mark), said.replace(at, old));
    expect(await system.poll(parcel)).toBeNull();
    writeFileSync(join(out, mark), said);
    writeFileSync(join(into, "k.xml"), business(parcel.clientId, "ACCEPTERET"));
    expect(await system.poll(parcel)).toMatchObject({ state: "filed" });
    expect(readdirSync(out)).toEqual([]);
  });

  test("[F16] a server with another key is told nothing, and the key that was met is shown", async () => {
    const other = `SHA256:${"A".repeat(43)}`;
    const { system } = room({ hostKey: other });
    await expect(system.file(parcelOf("x"))).rejects.toMatchObject({ kind: "not_the_server" });
    expect(await system.health()).toMatchObject({ ok: false, kind: "not_the_server", found: sshd.hostKey });
    expect(await room({ hostKey: "" }).system.health()).toMatchObject({ kind: "not_the_server", found: sshd.hostKey });
  });

  test("says what is wrong with the way in", async () => {
    const health = (change: Partial<SftpSettings>) => room(change).system.health();
    expect(await health({ secret: "forkert" })).toMatchObject({ kind: "auth" });
    expect(await health({ secret: "-----BEGIN OPENSSH PRIVATE KEY-----\nx" })).toMatchObject({ kind: "auth" });
    expect(await health({ outFolder: "/findes/ikke" })).toMatchObject({ kind: "not_allowed" });
    expect(await health({ port: "9" })).toMatchObject({ kind: "unavailable" });
  });
});

test("[F16] acceptance outweighs a refusal, and a refusal what was said on the way", () => {
  const all = ["MODTAGET", "AFVIST", "ACCEPTERET"].map((says) => receiptIn(business("x", says))!);
  expect(standingBy(all)?.state).toBe("filed");
  expect(standingBy(all.slice(0, 2))?.state).toBe("rejected");
  expect(standingBy([receiptIn(transport("x", "FEJL"))!])?.state).toBe("rejected");
  expect(standingBy([])).toBeNull();
  expect(receiptIn(business("x", "NOGET_NYT"))).toBeNull();
});

/** The distributor's own number for a transaction. */
const numberOf = (transaction: string) => `5f1c8f0e${transaction.slice(8)}`;

function business(transaction: string, says: string): string {
  const why =
    says === "AFVIST"
      ? "<ns3:Begrundelse>Ikke vores &amp; jeres.</ns3:Begrundelse><ns3:FejlListe><ns3:Fejl><ns3:FejlKode>KLE-17</ns3:FejlKode><ns3:FejlTekst>Emnet er ukendt</ns3:FejlTekst></ns3:Fejl></ns3:FejlListe>"
      : "";
  return `<?xml version="1.0"?><ns4:FordelingskvitteringModtagRequest xmlns:ns3="http://serviceplatformen.dk/xml/wsdl/soap11/DistributionService/2/types" xmlns:ns4="http://serviceplatformen.dk/xml/wsdl/soap11/DistributionService/3/types"><ns4:Forretningskvittering><ns3:ForretningsValideringsKode>${says}</ns3:ForretningsValideringsKode><ns3:Kvitteringstype>Forretning</ns3:Kvitteringstype>${why}</ns4:Forretningskvittering><ns4:DistributionContext><ns3:AnvenderTransaktionsID>${transaction}</ns3:AnvenderTransaktionsID><ns3:DistributionTransktionsID>${numberOf(transaction)}</ns3:DistributionTransktionsID></ns4:DistributionContext></ns4:FordelingskvitteringModtagRequest>`;
}

function transport(transaction: string, says: string): string {
  return `<TransportKvittering><TransportValideringsKode>${says}</TransportValideringsKode><AnvenderTransaktionsID>${transaction}</AnvenderTransaktionsID></TransportKvittering>`;
}

function idIn(envelope: string): Parcel["clientId"] {
  return envelope.replace(/\.xml$/, "");
}

function envelopeLast(a: string, b: string): number {
  return Number(a.endsWith(".xml")) - Number(b.endsWith(".xml")) || (a < b ? -1 : 1);
}

/** What a receiver sees. */
function seenIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .sort();
}

/** The folder as a run would leave it that ended after so many files, the next one perhaps half written. */
function leaveThere(from: string, to: string, there: number, isHalf: boolean): void {
  const names = seenIn(from).sort(envelopeLast);
  for (const name of names.slice(0, there)) writeFileSync(join(to, name), readFileSync(join(from, name)));
  const next = names[there];
  if (!isHalf || !next) return;
  writeFileSync(join(to, "half"), "half");
  renameSync(join(to, "half"), join(to, `${next}.part`));
}
