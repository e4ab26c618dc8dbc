import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "playwright/test";
import { test } from "../editor/fixture";
import { link } from "../editor/words";

test("[E1] signs at the start of a paragraph say what it is, and Backspace takes that back", async ({ open }) => {
  const ann = await open([""]);
  await ann.text.click();
  for (const typed of ["# Titel", "- punkt", "", "1. første", "", "> citat"]) {
    await ann.type(typed);
    await ann.press("Enter");
  }
  const made = await ann.lines();
  expect(made.filter((line) => !line.endsWith(": ") && line !== "")).toEqual([
    "heading1: Titel",
    "bullet: punkt",
    "ordered: første",
    "quote: citat",
  ]);
  await ann.caretIn("punkt", "Home");
  await ann.press("Tab", "Tab", "Shift+Tab");
  expect(await ann.lines()).toContain("bullet1: punkt");
  await ann.press("Backspace");
  expect(await ann.lines()).toEqual(["heading1: Titel", "punkt", "ordered: første", "quote: citat", "quote: "]);
});

test("[E2] Enter, Backspace and Delete from the keyboard keep ids and links as they should", async ({ open }) => {
  const ann = await open(["Vi støtter målet. [a]", "Mere. [b]"]);
  await ann.caretIn("Vi støtter målet.");
  await ann.press("Enter");
  await ann.type("Nyt");
  expect(await ann.lines()).toEqual(["Vi støtter målet. [a]", "Nyt", "Mere. [b]"]);
  await ann.caretIn("Mere.", "Home");
  await ann.press("Backspace");
  expect(await ann.lines()).toEqual(["Vi støtter målet. [a]", "NytMere. [b]"]);
  await ann.press("Control+z");
  // Done in one breath, taken back in one.
  expect(await ann.lines()).toEqual(["Vi støtter målet. [a]", "Mere. [b]"]);
  expect(await ann.ids()).toEqual(["block-01", "block-02"]);
});

test("[E2] a whole paragraph copied and pasted on an empty line gets a new id and the links", async ({ open }) => {
  const ann = await open(["Vi støtter. [a]", "", "Til sidst."]);
  await ann.text.getByText("Vi støtter.").click({ clickCount: 3 });
  await ann.press("Control+c", "ArrowDown", "Control+v");
  expect(await ann.lines()).toEqual(["Vi støtter. [a]", "Vi støtter. [a]", "Til sidst."]);
  const ids = await ann.ids();
  expect(ids[0]).toBe("block-01");
  expect(new Set(ids).size).toBe(3);
});

test("[E2] a whole paragraph cut and pasted elsewhere keeps its id and links", async ({ open }) => {
  const ann = await open(["Vi støtter. [a]", "Andet.", ""]);
  await ann.text.getByText("Vi støtter.").click({ clickCount: 3 });
  await ann.press("Control+x", "ArrowDown", "ArrowDown", "Control+v");
  expect(await ann.lines()).toEqual(["", "Andet.", "Vi støtter. [a]"]);
  expect((await ann.ids())[2]).toBe("block-01");
});

test("[E2] some words out of a paragraph take nothing along", async ({ open }) => {
  const ann = await open(["Vi støtter målet. [a]", ""]);
  await ann.caretIn("Vi støtter målet.", "Home");
  await ann.press("Shift+ArrowRight", "Shift+ArrowRight", "Control+c", "ArrowDown", "Control+v");
  expect(await ann.lines()).toEqual(["Vi støtter målet. [a]", "Vi"]);
});

test("[E2] Alt and an arrow move a paragraph with id and links", async ({ open }) => {
  const ann = await open(["En. [a]", "To. [b]"]);
  await ann.caretIn("To.");
  await ann.press("Alt+ArrowUp");
  expect(await ann.lines()).toEqual(["To. [b]", "En. [a]"]);
  expect(await ann.ids()).toEqual(["block-02", "block-01"]);
});

test("[E2] a paragraph dragged elsewhere keeps its links", async ({ open }) => {
  const ann = await open(["En. [a]", "To.", "Tre."]);
  await ann.text.getByText("En.").click({ clickCount: 3 });
  const from = await ann.text.getByText("En.").boundingBox();
  const to = await ann.text.getByText("Tre.").boundingBox();
  await ann.page.mouse.move(from!.x + 8, from!.y + 10);
  await ann.page.mouse.down();
  await ann.page.mouse.move(to!.x + 100, to!.y + 30, { steps: 8 });
  await ann.page.mouse.up();
  expect(await ann.lines()).toEqual(["", "To.", "Tre.", "En. [a]"]);
  expect((await ann.ids())[3]).toBe("block-01");
});

test("[E5] pasted HTML becomes our own blocks: nothing else comes in, and foreign ids are replaced", async ({
  open,
}) => {
  const ann = await open(["Start. [a]"]);
  await ann.caretIn("Start.");
  await ann.press("Enter");
  await ann.paste(`
    <h1 onclick="alert(1)" data-block-id="block-01">Titel</h1><script>window.hacked = true</script>
    <ul><li><p>et</p><ol><li>inderst</li></ol></li><li>to</li></ul>
    <p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">·</span>fra Word</p>
    <blockquote><p>citat</p></blockquote>
    <p data-block-id="evil|id"><a href="javascript:alert(1)">klik</a> <a href="https://kl.dk/">KL</a> <img src=x onerror="window.hacked=1"></p>`);
  expect(await ann.lines()).toEqual([
    "Start. [a]",
    "heading1: Titel [a]",
    "bullet: et",
    "ordered1: inderst",
    "bullet: to",
    "bullet1: fra Word",
    "quote: citat",
    "klik KL",
  ]);
  const ids = await ann.ids();
  expect(new Set(ids).size).toBe(ids.length);
  expect(JSON.stringify(await ann.document())).not.toContain("javascript");
  expect(await ann.page.evaluate("window.hacked")).toBeUndefined();
});

test("[E5] links pasted from another response are kept only to what this one comments on", async ({ open }) => {
  const ann = await open(["Start."]);
  await ann.caretIn("Start.");
  await ann.press("Enter");
  const known = `clause:${link("b").id}:${link("a").center}`;
  const unknown = `clause:${link("f").id}:${link("a").center}`;
  await ann.paste(`<p data-block-id="fremmed-01" data-links="${known} ${unknown} x:y:z">Fra en anden</p><p>Ny</p>`);
  expect(await ann.lines()).toEqual(["Start.", "Fra en anden [b]", "Ny"]);
  expect(await ann.ids()).not.toContain("fremmed-01");
});

test("[E9] two people write in one paragraph, and each sees the other by name", async ({ open }) => {
  const page = await open(["Fælles."], { people: ["Ann", "Ben"] });
  await page.of("Ann").getByText("Fælles.").click();
  await page.press("End");
  await page.type(" Ann.");
  await page.of("Ben").locator(".collaboration-carets__label", { hasText: "Ann" }).waitFor();
  await page.of("Ben").getByRole("listitem").filter({ hasText: "Ann" }).waitFor();
  await page.of("Ben").getByText("Fælles. Ann.").click();
  await page.press("Home");
  await page.type("Ben. ");
  expect(await page.lines()).toEqual(["Ben. Fælles. Ann."]);
  await page
    .of("Ann")
    .getByText(/^Ben\. (Ben)?Fælles\. Ann\./)
    .waitFor();
});

test("[E2] a table is put in after the paragraph, with blocks of their own ids in its cells", async ({ open }) => {
  const ann = await open(["Før."]);
  await ann.caretIn("Før.");
  await ann.page.getByRole("button", { name: "Indsæt tabel" }).click();
  await ann.type("Mål");
  await ann.press("Tab");
  await ann.type("Svar");
  const { blocks } = await ann.document();
  expect(blocks.map(({ type }) => type)).toEqual(["block", "table", "block"]);
  const ids = [...(await ann.ids()), ...blocks.map(({ id }) => id)];
  expect(ids.every((id) => id.length >= 8)).toBe(true);
  expect((await ann.lines()).slice(0, 3)).toEqual(["Før.", "Mål", "Svar"]);
});

test("[E9] a reader sees text and chips and can change nothing", async ({ open }) => {
  const ann = await open(["Om besked. [b]"], { access: "read" });
  expect(await ann.text.getAttribute("contenteditable")).toBe("false");
  expect(await ann.page.getByRole("toolbar").count()).toBe(0);
  await ann.page.getByText("Du kan læse teksten, men ikke ændre den.").waitFor();
  await ann.page.getByRole("button", { name: "Henviser til 3.1" }).hover();
  expect(await ann.page.getByRole("button", { name: "Fjern henvisningen" }).count()).toBe(0);
});

test("[E9] the page says whether the text is saved, in words", async ({ open }) => {
  const ann = await open(["Tekst."]);
  const saying = async (phase: string, hasUnsaved: boolean) => {
    await ann.tell({ phase, hasUnsaved });
    return ann.page.locator(".save-indicator").textContent();
  };
  expect(await saying("busy", true)).toBe("Ikke gemt – serveren kan ikke gemme lige nu");
  expect(await saying("busy", false)).toBe("Gemt – serveren svarer ikke lige nu");
  expect(await saying("degraded", true)).toBe("Gemmer … Serveren svarer langsomt");
  expect(await saying("degraded", false)).toBe("Gemt – serveren svarer langsomt");
  expect(await saying("saved", false)).toBe("Gemt");
  expect(await saying("saving", true)).toBe("Gemmer …");
  expect(await saying("offline", true)).toBe("Ikke gemt – forbindelsen er væk");
  expect(await saying("offline", false)).toBe("Gemt – forbindelsen er væk");
  await ann.caretIn("Tekst.");
  await ann.type(" Og mere.");
  expect(await ann.lines()).toEqual(["Tekst. Og mere."]);
});

test("[E9] [E10] a refusal says why, shows what was not saved, and keeps the text, which cannot be written in but copied", async ({
  open,
}) => {
  const ann = await open(["Mål", "Vi støtter.", "Til sidst."]);
  await ann.caretIn("Mål", "Home");
  await ann.type("# ");
  await ann.caretIn("Vi støtter.");
  await ann.type(" Dette nåede ikke frem.");
  await ann.tell({ phase: "refused", code: 4409, hasUnsaved: true });
  const notice = ann.page.getByRole("alert");
  await notice.getByText("Siden passer ikke længere til teksten").waitFor();
  await expect(notice.getByRole("region", { name: "Ikke gemt" })).toContainText("Vi støtter. Dette nåede ikke frem.");
  await expect(notice).not.toContainText("Til sidst.");
  await expect(ann.page.locator(".save-indicator")).toHaveText("Ikke gemt");
  expect(await ann.text.getAttribute("contenteditable")).toBe("false");
  await ann.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => ann.page.evaluate(() => navigator.clipboard.readText());
  await notice.getByRole("button", { name: "Kopiér det, der ikke blev gemt" }).click();
  await expect(notice.getByRole("status")).toHaveText("Teksten er kopieret");
  expect(await copied()).toBe("Mål\n\nVi støtter. Dette nåede ikke frem.");
  await notice.getByRole("button", { name: "Kopiér hele teksten" }).click();
  await expect.poll(copied).toContain("Til sidst.");
});

test("[E10] what was not saved is offered again after a reload, until it is waved away", async ({ open }) => {
  const ann = await open(["Vi støtter."]);
  await ann.caretIn("Vi støtter.");
  await ann.type(" Skrevet forgæves.");
  await ann.tell({ phase: "refused", code: 4426, hasUnsaved: true });
  await ann.page.getByRole("alert").getByText("Samsvar er blevet opdateret").waitFor();
  // The test page's hub knows nothing of an earlier page, as a server that took nothing.
  await ann.page.getByRole("button", { name: "Genindlæs siden" }).click();
  const notice = ann.page.getByRole("region", { name: /Dette nåede ikke at blive gemt/ });
  await expect(notice).toContainText("Vi støtter. Skrevet forgæves.");
  await expect(ann.text).toHaveText("Vi støtter.");
  await ann.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await notice.getByRole("button", { name: "Kopiér" }).click();
  expect(await ann.page.evaluate(() => navigator.clipboard.readText())).toBe("Vi støtter. Skrevet forgæves.");
  await notice.getByRole("button", { name: "Fjern" }).click();
  await expect(notice).toHaveCount(0);
  await ann.page.reload();
  await ann.text.waitFor();
  await expect(notice).toHaveCount(0);
});

test("[E10] when only deletions were not saved, that is said in words", async ({ open }) => {
  const ann = await open(["Vi støtter ikke."]);
  await ann.caretIn("Vi støtter ikke.");
  await ann.press("Backspace", "Backspace");
  await ann.tell({ phase: "refused", code: 4413, reason: "full", hasUnsaved: true });
  const notice = ann.page.getByRole("alert");
  await expect(notice).toContainText("Teksten fylder for meget");
  await expect(notice).toContainText("er ikke ny tekst, men noget, du har slettet eller ændret");
  await expect(notice.getByRole("button")).toHaveText(["Kopiér hele teksten", "Genindlæs siden"]);
});

test("[E9] each reason to stop has its words and its way on", async ({ open }) => {
  const ann = await open(["Tekst."]);
  const said = async (news: Record<string, unknown>) => {
    await ann.tell({ phase: "refused", reason: null, hasUnsaved: false, ...news });
    const notice = ann.page.getByRole("alert");
    return [
      (await notice.locator("p").first().textContent())?.slice(0, 28),
      await notice.getByRole("button").last().textContent(),
    ];
  };
  expect(await said({ code: 4400 })).toEqual(["Serveren kunne ikke forstå d", "Genindlæs siden"]);
  expect(await said({ code: 4401 })).toEqual(["Du er blevet logget ud. Log ", "Prøv igen"]);
  await expect(ann.page.getByRole("link", { name: "Log ind i en ny fane" })).toHaveAttribute("target", "_blank");
  expect(await said({ code: 4403 })).toEqual(["Du har ikke længere adgang t", "Prøv igen"]);
  expect(await said({ code: 4409, reason: "forged" })).toEqual(["Serveren kunne ikke se, at æ", "Genindlæs siden"]);
  expect(await said({ code: 4413, reason: "too-large" })).toEqual(["Det, du indsatte, er for sto", "Genindlæs siden"]);
  expect(await said({ code: 4426 })).toEqual(["Samsvar er blevet opdateret,", "Genindlæs siden"]);
  expect(await said({ code: 4499 })).toEqual(["Serveren tager ikke imod det", "Genindlæs siden"]);
  await expect(ann.page.locator(".save-indicator")).toHaveText("Gemt – siden er koblet fra");
});

test("[E9] a full room and a very long text are told calmly", async ({ open }) => {
  const ann = await open(["Tekst."]);
  await ann.tell({ phase: "room-full", role: "read" });
  await expect(ann.page.getByRole("alert")).toContainText("Der er allerede 100, der skriver");
  await expect(ann.page.locator(".save-indicator")).toHaveText("Kun læsning lige nu");
  expect(await ann.text.getAttribute("contenteditable")).toBe("false");
  await ann.tell({ phase: "saved", role: "write", isLarge: true });
  expect(await ann.text.getAttribute("contenteditable")).toBe("true");
  const large = ann.page.getByText("Teksten er blevet meget lang");
  await expect(large).toBeVisible();
  await ann.page.getByRole("button", { name: "Luk", exact: true }).click();
  await expect(large).toHaveCount(0);
});

test("[E7] when the editor cannot be drawn any more, a new one takes its place with the whole text, on the same connection", async ({
  open,
}) => {
  const ann = await open(["Tekst. [a]"]);
  const old = await ann.text.elementHandle();
  await ann.page.evaluate("breakEditor()");
  expect(await old?.evaluate((element) => element.isConnected)).toBe(false);
  await ann.caretIn("Tekst.");
  await ann.type(" Videre.");
  expect(await ann.lines()).toEqual(["Tekst. Videre. [a]"]);
  expect(await ann.page.evaluate("visits")).toEqual({ made: 1, destroyed: 0 });
});

test("[E9] axe finds no fault with a refusal and what is offered with it", async ({ open }) => {
  const ann = await open(["Tekst."]);
  await ann.caretIn("Tekst.");
  await ann.type(" Mere.");
  await ann.tell({ phase: "refused", code: 4401, hasUnsaved: true });
  await ann.page.reload();
  await ann.caretIn("Tekst.");
  await ann.type(" Igen.");
  await ann.tell({ phase: "refused", code: 4401, hasUnsaved: true });
  await expect(ann.page.getByRole("region", { name: /Dette nåede ikke/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: ann.page })
    .disableRules(["region", "landmark-one-main", "page-has-heading-one"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});

test("[E1] axe finds no fault with the editor, its lists, margin, search and source", async ({ open }) => {
  const ann = await open(["# Titel", "Om besked. [b c]", ""], { people: ["Ann"] });
  await ann.caretIn("Om besked.");
  await ann.press("Control+Shift+8", "Control+k");
  const { violations } = await new AxeBuilder({ page: ann.page })
    .disableRules(["region", "landmark-one-main", "page-has-heading-one"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
