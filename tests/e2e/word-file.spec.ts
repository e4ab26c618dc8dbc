import type { Page } from "playwright/test";
import { p, r, root, wordOf } from "../../server/agreements/read/docx/word-by-hand";
import { expect, test } from "./fixtures";
import { caretUnder, hearingBegun, saving, text } from "./steps";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What a center has written in Word: a heading, a remark with a note and a comment, a table, and a picture. */
function contribution(): Promise<Uint8Array> {
  const relation = (id: string, type: string) =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${type}.xml"/>`;
  const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`;
  const styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/></w:style>';
  const body =
    p("Bidrag om udskrivning", '<w:pStyle w:val="a"/>') +
    p(
      `${r("Vi er ")}<w:commentRangeStart w:id="0"/>${r("enige", "<w:b/>")}<w:commentRangeEnd w:id="0"/>` +
        `${r(" i fristen")}<w:r><w:footnoteReference w:id="1"/></w:r>${r(".")}<w:r><w:drawing><x>1</x></w:drawing></w:r>`,
    ) +
    `<w:tbl><w:tr>${cell("År")}${cell("Antal")}</w:tr><w:tr>${cell("2026")}${cell("12")}</w:tr></w:tbl>`;
  return wordOf({
    styles,
    body,
    footnotes: `<w:footnote w:id="1">${p("Opgjort i marts.")}</w:footnote>`,
    parts: {
      "word/styles.xml": root("styles", styles),
      "word/comments.xml": root(
        "comments",
        `<w:comment w:id="0" w:author="Anna Berg">${p("Er det aftalt?")}</w:comment>`,
      ),
      "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
        relation("r1", "styles") + relation("r2", "footnotes") + relation("r3", "comments")
      }</Relationships>`,
    },
  });
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const called = { name: "Indsæt fra Word-fil" };
  const tool = page.getByRole("button", called);
  const more = page.getByRole("toolbar").getByRole("button", { name: /^(?:Mere|Flere)/ });
  const chooser = page.waitForEvent("filechooser");
  // On a narrower screen it stands under the bar's last button, once the bar has measured itself.
  await expect(async () => {
    if (!(await tool.isVisible())) await more.click({ timeout: 2_000 });
    await tool.or(page.getByRole("menuitem", called)).first().click({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await (await chooser).setFiles({ name, mimeType: WORD, buffer: Buffer.from(bytes) });
}

function told(page: Page, name: string | RegExp) {
  return page.getByRole("region", { name });
}

test("[E25] a center's Word file comes in where the caret is, as one step, with its comments beside it", async ({
  signIn,
}) => {
  const page = await signIn("tovholder");
  await hearingBegun(page, "Høring med et bidrag i Word");
  await caretUnder(page, "Generelle bemærkninger");
  await choose(page, "bidrag.docx", await contribution());
  const notice = told(page, "Indsat fra bidrag.docx");
  await expect(notice).toContainText("ikke alt kom med");
  await expect(notice).toContainText("1 kommentar.");
  await expect(notice).toContainText("Anna Berg");
  await expect(notice).toContainText("Er det aftalt?");
  await expect(notice).toContainText("1 billede.");
  await expect(text(page).getByRole("heading", { name: "Bidrag om udskrivning" })).toBeVisible();
  await expect(text(page).locator("[data-kind='footnote']")).toContainText("Opgjort i marts.");
  await expect(text(page).getByRole("table")).toContainText("2026");
  await expect(saving(page, "Gemt")).toBeVisible();
  await notice.getByRole("button", { name: "Gå til stedet" }).click();
  expect(await page.evaluate(() => String(getSelection()))).toBe("enige");
  await notice.getByRole("button", { name: "Luk" }).click();
  await page.keyboard.press("Control+z");
  await expect(text(page)).not.toContainText("Bidrag om udskrivning");
  await expect(text(page)).toContainText("Generelle bemærkninger");

  await text(page).evaluate(
    (element, bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], "trukket.docx"));
      const { left, top } = element.getBoundingClientRect();
      const at = { clientX: left + 60, clientY: top + 60 };
      element.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, ...at }));
    },
    [...(await contribution())],
  );
  await expect(told(page, "Indsat fra trukket.docx")).toBeVisible();
  await expect(text(page)).toContainText("Bidrag om udskrivning");
});

/** Word puts what it encrypts into a file of its older kind, under this name. */
function encrypted(): Uint8Array {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Buffer.concat([Buffer.from(head), Buffer.alloc(1016), Buffer.from("EncryptedPackage", "utf16le")]);
}

test("[E25] a file that is no Word document, or is broken or hostile, is refused and the text stays", async ({
  signIn,
  complaints,
}) => {
  // The browser logs every answer that is a refusal.
  complaints.allow(/status of 422/);
  const page = await signIn("tovholder");
  await hearingBegun(page, "Høring med filer, der ikke kan læses");
  await caretUnder(page, "Generelle bemærkninger");
  const before = await text(page).innerText();
  const good = await contribution();
  const bad: [string, Uint8Array, RegExp][] = [
    ["halv.docx", good.slice(0, good.length / 2), /beskadiget/],
    ["makro.docm", await wordOf({ parts: { "word/vbaProject.bin": "x" } }), /makroer/],
    ["bombe.docx", await wordOf({ parts: { "word/x.xml": " ".repeat(3_000_000) } }), /sikkerheden/],
    ["tom.docx", new Uint8Array(), /ingen tekst/],
    ["laast.docx", encrypted(), /beskyttet med en adgangskode/],
    ["brev.docx", new TextEncoder().encode("Bare tekst"), /ikke et Word-dokument/],
  ];
  for (const [name, bytes, said] of bad) {
    await choose(page, name, bytes);
    await expect(told(page, "Det, du satte ind")).toContainText(said);
    await page.keyboard.press("Escape");
  }
  expect(await text(page).innerText()).toBe(before);
});
