import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures";
import { wordText } from "./read-back";
import { caretUnder, daysFromNow, saving, text } from "./steps";

const PAPER = "Fælles mål for borgernære sundhedstilbud";
const CENTER = "Center for Børn og Unge";
const INITIATIVE = "Åben rådgivning";

test("[M10] [M12] [M13] [M14] [M17] a figure is written once in a follow-up, and stands in the page, the text's place and Word", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/status of 422 .*\/indsatser\.data/);
  const coordinator = await signIn("tovholder");
  const hearing = await test.step("a follow-up is opened from the source, and its goals shared out", async () => {
    const path = await opened(coordinator);
    await sharedOut(coordinator);
    return path;
  });
  await test.step("an initiative is added, its deadline as people say it", () => added(coordinator, hearing));
  await test.step("the text begins with a heading for it", () => begun(coordinator));
  const contributor = await signIn("bidragyder.boern");
  await test.step("its center measures it: what is no figure is refused and kept, what is one is drawn", async () => {
    await contributor.goto(`${hearing}/indsatser`);
    await measured(contributor);
    await faultless(contributor);
  });
  await test.step("and writes under its heading; the page has it, and so has Word", async () => {
    await contributor.getByRole("link", { name: "Skriv i teksten" }).click();
    await expect(text(contributor)).toContainText(INITIATIVE);
    await caretUnder(contributor, INITIATIVE);
    await contributor.keyboard.type("Rådgivningen holder åbent to eftermiddage.");
    await expect(saving(contributor, "Gemt")).toBeVisible();
    const response = new URL(contributor.url()).pathname;
    await contributor.goto(`${hearing}/indsatser`);
    await expect(initiative(contributor)).toContainText("Rådgivningen holder åbent to eftermiddage.");
    await inWord(contributor, response);
  });
});

async function opened(page: Page): Promise<string> {
  await page.goto("/kilder");
  await page.getByRole("link", { name: PAPER, exact: true }).click();
  await page.getByRole("link", { name: "Ny opfølgning" }).click();
  await expect(page.getByLabel("Titel")).toHaveValue(`Opfølgning på ${PAPER}`);
  await page.getByLabel("Modtager").fill("Social- og Sundhedsudvalget");
  await page.getByLabel("Sagsnummer").fill("2026-8020");
  await page.getByLabel("KLE-nummer").fill("29.30.00");
  await page.getByRole("button", { name: "Opret opfølgning" }).click();
  await expect(page.getByText(/^OP-\d{4}-\d{4}/).first()).toBeVisible();
  return new URL(page.url()).pathname;
}

async function sharedOut(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Fordeling" }).click();
  await page.getByRole("checkbox", { name: /^KKR-mål for unges trivsel/ }).check();
  await page.getByRole("checkbox", { name: CENTER }).check();
  await page.getByLabel("Intern frist").fill(daysFromNow(14));
  await page.getByRole("button", { name: /^Fordel/ }).click();
  await expect(page.getByText("Fordelingen er gemt.")).toBeVisible();
}

async function added(page: Page, hearing: string): Promise<void> {
  await page.getByRole("link", { name: "Indsatser", exact: true }).click();
  await expect(page).toHaveURL(`${hearing}/indsatser`);
  const goal = page.getByRole("region", { name: /kan tale med en rådgiver/ });
  await goal.getByText(/^Tilføj indsats til/).click();
  await goal.getByLabel("Indsatsens navn").fill(INITIATIVE);
  await goal.getByLabel("Ansvarligt center").selectOption({ label: CENTER });
  await goal.getByLabel("Frist").fill("april/maj 2031");
  await goal.getByRole("button", { name: "Tilføj indsats" }).click();
  await expect(page.getByRole("region", { name: "Frister" })).toContainText("31. maj 2031");
  await expect(initiative(page)).toContainText("Frist: april/maj 2031");
}

async function begun(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Overblik" }).click();
  await page.getByRole("button", { name: "Begynd opfølgningen" }).click();
  await expect(text(page).getByRole("heading", { name: INITIATIVE })).toBeVisible();
  await expect(text(page).getByRole("heading", { name: /^Mål: En ung/ })).toBeVisible();
}

function initiative(page: Page) {
  return page.getByRole("article").filter({ has: page.getByRole("heading", { name: INITIATIVE }) });
}

async function measured(page: Page): Promise<void> {
  const own = initiative(page);
  await own.getByText("Tilføj indikator").click();
  await own.getByLabel("Hvad måles der?").fill("Unge inden ti dage");
  await own.getByLabel("Enhed").fill("%");
  await own.getByLabel("Mål fra").fill("1");
  await own.getByLabel("Mål til").fill("3");
  await own.getByRole("button", { name: "Gem indikator" }).click();
  await expect(own.getByRole("row", { name: /^Unge inden ti dage/ })).toContainText("1–3 %");
  const value = own.getByRole("textbox", { name: /^Tal/ });
  const save = own.getByRole("button", { name: "Gem tal for Unge inden ti dage" });
  await value.fill("2.04");
  await save.click();
  await expect(own.getByRole("alert")).toContainText("Skriv et tal, for eksempel 2,04");
  await expect(value).toHaveValue("2.04");
  await value.fill("2,04");
  await own.getByLabel("Dato").fill(daysFromNow(-90));
  await save.click();
  await expect(own.getByRole("cell", { name: "2,04 %", exact: true })).toBeVisible();
  await expect(value).toHaveValue("");
  await value.fill("2,5");
  await save.click();
  await expect(own.getByRole("cell", { name: "2,5 %", exact: true })).toBeVisible();
  await expect(own.getByRole("img", { name: /^Unge inden ti dage over tid: 2,04.%.* Målet er 1–3/ })).toBeVisible();
}

async function inWord(page: Page, response: string): Promise<void> {
  const answer = await page.request.get(`${response}/udkast/docx`);
  expect(decodeURIComponent(answer.headers()["content-disposition"] ?? "")).toMatch(/OP-\d{4}-\d{4} Opfølgning UDKAST/);
  const words = await wordText(await answer.body());
  for (const line of [
    "Udvalgsnotat",
    `Ansvarlig: ${CENTER}. Frist: april/maj 2031.`,
    "Indikator Mål Seneste Dato Før Unge inden ti dage 1–3 % 2,5 %",
    "Rådgivningen holder åbent to eftermiddage.",
  ])
    expect(words).toContain(line);
}

async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
