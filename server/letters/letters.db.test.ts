import { afterAll, beforeAll, expect, test } from "vitest";
import { eventsOf, type HearingWorld, hearingForm, hearingWorld, neighbour } from "../../tests/world/hearing";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

const mail = (about: string) => `Fra: Bo Lund (KKR)
Til: Vestby Kommune; Østby Kommune
Emne: ${about}

Frist for bemærkninger er den 20. marts 2026 kl. 12. Svar sendes til svar@kkr.example.
`;

const receive = (about: string, who = world.people.tove) => world.letters.receive(who, { text: mail(about) });

test("[H30] a letter is read for what its hearing is, and a coordinator confirms it", async () => {
  const { letters, people } = world;
  const id = await receive("Kommentering af målpapiret");
  expect(await letters.find(people.tove, id)).toMatchObject({
    fileName: "mail.txt",
    receivedBy: people.tove.name,
    proposal: {
      title: { value: "Kommentering af målpapiret" },
      sender: { value: "Bo Lund (KKR)" },
      deadline: { value: { day: "2026-03-20", time: "12:00" } },
      answerTo: { value: "svar@kkr.example" },
      recipients: ["Vestby Kommune", "Østby Kommune"],
    },
  });
  expect(await receive("Kommentering af målpapiret")).toBe(id);
});

test("[H31] a letter belongs to the one hearing that was opened from it, and is seen and fetched there", async () => {
  const { letters, people, consultations } = world;
  const letterId = await receive("Høring om ét brev");
  const hearing = await consultations.open(people.tove, hearingForm(world, { letterId }));
  expect(await letters.find(people.tove, letterId)).toBeNull();
  expect(await letters.ofHearing(people.elsa, hearing)).toMatchObject({ id: letterId });
  expect(new TextDecoder().decode((await letters.file(people.elsa, letterId)).bytes)).toBe(mail("Høring om ét brev"));
  const again = consultations.open(people.tove, hearingForm(world, { letterId }));
  await expect(again).rejects.toMatchObject({ fields: { letterId: "letter-taken" } });
});

test("[H31] one that waits is put away once, and the trail keeps that it came", async () => {
  const { letters, people } = world;
  const letterId = await receive("Høring der ikke bliver til noget");
  for (let times = 0; times < 2; times += 1) await letters.discard(people.tove, { letterId });
  expect((await letters.waiting(people.tove)).map(({ id }) => id)).not.toContain(letterId);
  expect(await eventsOf(world, letterId)).toEqual(["letter-received", "letter-discarded"]);
});

test("[H30] what is no letter is refused where it was given, and nothing is kept", async () => {
  const { letters, people } = world;
  const before = await letters.waiting(people.tove);
  const refused = (form: unknown) => expect(letters.receive(people.tove, form)).rejects;
  await refused({ text: " \n" }).toMatchObject({ fields: { file: "missing" } });
  await refused({ file: new File([], "brev.pdf"), text: "" }).toMatchObject({ fields: { file: "empty-file" } });
  await refused({ file: new File(["%PDF-1.7"], "brev.pdf") }).toMatchObject({ fields: { file: expect.any(String) } });
  await refused({ file: new File([new Uint8Array(11 * 1024 * 1024)], "b.txt") }).toMatchObject({
    fields: { file: "letter-too-large" },
  });
  expect(await letters.waiting(people.tove)).toEqual(before);
});

test("[H31] letters that wait are the coordinators', and no other municipality's", async () => {
  const { letters, people, consultations } = world;
  const letterId = await receive("Høring for os alene");
  const other = (await neighbour(world)).people.tove;
  for (const who of [people.elsa, people.adam]) {
    await expect(letters.waiting(who)).rejects.toMatchObject({ code: "coordinators-only" });
    await expect(letters.receive(who, { text: "Fra: Bo" })).rejects.toMatchObject({ code: "coordinators-only" });
    await expect(letters.file(who, letterId)).rejects.toMatchObject({ kind: "not-found" });
  }
  expect(await letters.find(other, letterId)).toBeNull();
  await expect(letters.file(other, letterId)).rejects.toMatchObject({ kind: "not-found" });
  await letters.discard(other, { letterId });
  expect(await letters.find(people.tove, letterId)).not.toBeNull();
  const hearing = await consultations.open(people.tove, hearingForm(world, { letterId }));
  expect(await letters.ofHearing(other, hearing)).toBeNull();
  expect(await letters.ofHearing(people.adam, hearing)).toBeNull();
});
