import { writeFileSync } from "node:fs";
import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { CHAPTER_HEADING, caretUnder, chooseOption, daysFromNow, hearingBegun, saving, sendForApproval } from "./steps";

const MB = 1024 * 1024;
const DEMO_HEARING = "Høring om samarbejdsaftale om voksne med psykisk sygdom";

test.beforeEach(({ complaints }) => complaints.allow(/status of 4\d\d/));

test("[S2] a paper that cannot be read is refused at its field, and nothing is kept of it", async ({
  signIn,
}, info) => {
  const page = await signIn("tovholder");
  const rows = await rowsOf(page, "/kilder");
  await page.goto("/kilder/ny");
  await page.getByLabel("Titel").fill("En kilde, der ikke blev til noget");
  await page.getByLabel("Udgiver").fill("Region Hovedstaden");
  await page.getByLabel("Udgave").fill("udkast 2026");
  const file = page.getByLabel("Fil", { exact: true });
  const submit = page.getByRole("button", { name: "Læs og foreslå opdeling" });
  const large = info.outputPath("stor.txt");
  writeFileSync(large, Buffer.alloc(55 * MB, "Ord på linjer.\n"));
  const bytes = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256));
  const bad: [Parameters<Locator["setInputFiles"]>[0], RegExp][] = [
    [[], /Vælg en fil, eller indsæt teksten/],
    [{ name: "billede.txt", mimeType: "text/plain", buffer: bytes }, /Filen kan ikke læses/],
    [{ name: "tom.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) }, /Der er ingen tekst i filen/],
    [{ name: "aftale.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") }, /beskadiget/],
    [large, /Filen er for stor/],
  ];
  for (const [given, sentence] of bad) {
    await file.setInputFiles(given);
    await submit.click();
    await refused(file, sentence);
    await expect(page.getByRole("alert")).toContainText(sentence);
    await expect(page.getByLabel("Titel")).toHaveValue("En kilde, der ikke blev til noget");
    await expect(page.getByLabel("Udgave")).toHaveValue("udkast 2026");
  }
  expect(await rowsOf(page, "/kilder")).toBe(rows);
});

test("[H2] a hearing with mistakes is not opened; each is told at its field, and what was typed stays", async ({
  signIn,
}) => {
  const page = await signIn("tovholder");
  const rows = await rowsOf(page, "/hoeringer");
  await page.goto("/hoeringer/ny");
  await page.getByRole("button", { name: "Opret høring" }).click();
  await refused(page.getByLabel("Kilde"), "Vælg den kilde, høringen handler om.");
  await refused(page.getByLabel("Titel"), "Skriv en titel.");
  await refused(page.getByLabel("Afsender"), /Skriv, hvem der har sendt høringen/);
  await refused(page.getByLabel("Ekstern frist"), "Vælg en frist.");
  await refused(page.getByLabel("Sagsnummer"), "Skriv sagsnummeret.");
  await refused(page.getByLabel("KLE-nummer"), /Skriv et KLE-nummer/);
  await expect(page.getByRole("alert")).toBeFocused();

  await fillHearing(page, { title: "Høring med fejl", deadline: daysFromNow(9), kle: "29.30" });
  await page.getByRole("button", { name: "Opret høring" }).click();
  await refused(page.getByLabel("KLE-nummer"), /tre par cifre/);
  await page.getByLabel("KLE-nummer").fill("29.30.00");
  await page.getByLabel("Ekstern frist").fill(daysFromNow(-1));
  await page.getByRole("button", { name: "Opret høring" }).click();
  await refused(page.getByLabel("Ekstern frist"), /Fristen er allerede overskredet/);
  await expect(page.getByLabel("Titel")).toHaveValue("Høring med fejl");
  await expect(page.getByLabel("KLE-nummer")).not.toHaveAttribute("aria-invalid");
  expect(await rowsOf(page, "/hoeringer")).toBe(rows);
});

test("[H4] clauses are not given out with a deadline after the hearing's own, or to nobody", async ({ signIn }) => {
  const page = await signIn("tovholder");
  await page.goto("/hoeringer");
  await page.getByRole("link", { name: DEMO_HEARING }).click();
  await page.getByRole("link", { name: "Fordeling" }).click();
  const free = page.getByRole("listitem").filter({ hasText: "Ikke fordelt" });
  await expect(free.first()).toBeVisible();
  const before = await free.count();
  await page.getByRole("button", { name: /^Fordel/ }).click();
  await refused(page.getByRole("group", { name: "Bestemmelser" }), "Vælg mindst én bestemmelse.", false);
  await refused(page.getByRole("group", { name: "Centre og råd" }), "Vælg mindst ét center.", false);
  await free.first().getByRole("checkbox").check();
  await page.getByRole("checkbox", { name: "Handicaprådet" }).check();
  await page.getByLabel("Intern frist").fill(daysFromNow(300));
  await page.getByRole("button", { name: /^Fordel/ }).click();
  await refused(page.getByLabel("Intern frist"), /skal ligge før eller på den eksterne frist/);
  await expect(free.first().getByRole("checkbox")).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Handicaprådet" })).toBeChecked();
  await page.reload();
  await expect(free).toHaveCount(before);
});

test("[A3] [F7] a decision without its reason and a filing with wrong numbers change nothing", async ({ signIn }) => {
  const coordinator = await signIn("tovholder");
  const response = await hearingBegun(coordinator, "Høring, der behandles skødesløst");
  await caretUnder(coordinator, CHAPTER_HEADING);
  await coordinator.keyboard.type("Vi har én bemærkning.");
  await expect(saving(coordinator, "Gemt")).toBeVisible();
  await sendForApproval(coordinator);

  const director = await signIn("direktoer");
  await director.goto(`${response}/godkendelse`);
  await director.getByText("Send teksten tilbage").click();
  await director.getByRole("button", { name: "Send tilbage" }).click();
  await refused(director.getByLabel("Begrundelse"), /Skriv en begrundelse/);
  await director.getByRole("button", { name: "Godkend teksten" }).click();
  await expect(director.getByText(/godkendte teksten/).first()).toBeVisible();

  const officer = await signIn("journal");
  await officer.goto(`${response}/arkiv`);
  await officer.getByLabel("KLE-facet").fill("2K");
  await officer.getByLabel("KLE-nummer").fill("nej");
  await officer.getByLabel("Beskrivelse").fill("Beskrivelse, som journalføreren selv har skrevet");
  await officer.getByRole("button", { name: "Journalisér" }).click();
  await refused(officer.getByLabel("KLE-facet"), /et bogstav og to cifre/);
  await refused(officer.getByLabel("KLE-nummer"), /tre par cifre/);
  await expect(officer.getByLabel("Beskrivelse")).toHaveValue("Beskrivelse, som journalføreren selv har skrevet");
  await expect(officer.getByLabel("KLE-facet")).toHaveValue("2K");
  await officer.reload();
  await expect(officer.getByRole("button", { name: "Journalisér" })).toBeVisible();
});

test("[D2] an address that leads nowhere says so in plain words, with a way back", async ({ signIn }) => {
  const page = await signIn("bidragyder.social");
  const nobody = "00000000-0000-4000-8000-000000000000";
  const ways = [`/hoeringer/${nobody}`, `/kilder/${nobody}`, `/svar/${nobody}/arkiv`, "/svar/2", "/findes/ikke"];
  for (const way of ways) {
    expect((await page.goto(way))?.status(), way).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Siden findes ikke" })).toBeVisible();
  }
  await page.getByRole("link", { name: "Gå til Mit bord" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mit bord" })).toBeVisible();
});

test("every form works before its script: mistakes are told, ticks and words are kept, answers count", async ({
  signIn,
}, info) => {
  const page = await signIn("tovholder", { javaScriptEnabled: false });
  await page.goto("/hoeringer/ny");
  await fillHearing(page, { title: "Høring uden script", deadline: daysFromNow(-1), kle: "29.30.00" });
  await page.getByRole("button", { name: "Opret høring" }).click();
  await refused(page.getByLabel("Ekstern frist"), /Fristen er allerede overskredet/);
  await expect(page.getByLabel("Titel")).toHaveValue("Høring uden script");
  await expect(page.getByLabel("Kilde")).not.toHaveValue("");
  await page.getByLabel("Ekstern frist").fill(daysFromNow(9));
  await page.getByRole("button", { name: "Opret høring" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Høring uden script");

  await test.step("clauses are given out", async () => {
    await page.getByRole("link", { name: "Fordeling" }).click();
    const clause = page.getByRole("checkbox", { name: /^1\.1/ });
    const center = page.getByRole("checkbox", { name: "Center for Socialservice" });
    await clause.check();
    await center.check();
    await page.getByLabel("Intern frist").fill(daysFromNow(10));
    await page.getByRole("button", { name: /^Fordel/ }).click();
    await refused(page.getByLabel("Intern frist"), /skal ligge før eller på den eksterne frist/);
    for (const box of [clause, center]) await expect(box).toBeChecked();
    await page.getByLabel("Intern frist").fill(daysFromNow(8));
    await page.getByRole("button", { name: /^Fordel/ }).click();
    await expect(page.getByText("Fordelingen er gemt.")).toBeVisible();
  });

  await test.step("a cell of the coverage is answered", async () => {
    await page.getByRole("link", { name: "Dækning" }).click();
    await page.getByRole("button", { name: /^1\.1, Socialservice: ikke set på/i }).click();
    await page.getByRole("button", { name: "Ingen bemærkninger" }).click();
    await expect(page.getByRole("button", { name: /^1\.1, Socialservice: ingen bemærkninger/i })).toBeVisible();
  });

  await test.step("a file that is too large is told at its field", async () => {
    const large = info.outputPath("stor.txt");
    writeFileSync(large, Buffer.alloc(55 * MB, "Ord på linjer.\n"));
    await page.goto("/kilder/ny");
    await page.getByLabel("Titel").fill("For stor");
    await page.getByLabel("Udgiver").fill("Region");
    await page.getByLabel("Udgave").fill("1");
    await page.getByLabel("Fil", { exact: true }).setInputFiles(large);
    await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
    await refused(page.getByLabel("Fil", { exact: true }), /Filen er for stor/);
    await expect(page.getByLabel("Titel")).toHaveValue("For stor");
  });
});

/** The sentence stands at the field, for those who listen too. A group of boxes cannot itself be called invalid. */
async function refused(field: Locator, sentence: string | RegExp, isOne = true): Promise<void> {
  const words = typeof sentence === "string" ? new RegExp(sentence.replaceAll(".", "\\.")) : sentence;
  await expect(field).toHaveAccessibleDescription(words);
  if (isOne) await expect(field).toHaveAttribute("aria-invalid", "true");
}

async function rowsOf(page: Page, path: string): Promise<number> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page.getByRole("row").count();
}

async function fillHearing(page: Page, given: { title: string; deadline: string; kle: string }): Promise<void> {
  await chooseOption(page, "Kilde", "Samarbejdsaftale");
  await page.getByLabel("Titel").fill(given.title);
  await page.getByLabel("Afsender").fill("Region Hovedstaden");
  await page.getByLabel("Ekstern frist").fill(given.deadline);
  await page.getByLabel("Sagsnummer").fill("2026-1");
  await page.getByLabel("KLE-nummer").fill(given.kle);
}
