import { expect } from "playwright/test";
import { test } from "../editor/fixture";
import { link } from "../editor/words";

const at = "88888888-8888-4888-8888-888888888888";
const clause = (letter: string, number: string, text: string, successor: Record<string, unknown>) => ({
  id: link(letter).id,
  kind: "clause",
  number,
  heading: "",
  text,
  path: number,
  successor,
});
const carried = (isChanged: boolean, ...to: string[]) => ({
  state: "carried",
  isChanged,
  to: to.map((letter) => link(letter).id),
});

/** "2.1" reads otherwise now, "2.2" became two, "4" is gone, and nobody has said what "5" is. */
const earlier = [
  clause("1", "2.1", "Medicin til de første to døgn følger med borgeren.", carried(true, "c")),
  clause("2", "2.2", "Hospitalet giver besked, og medicinen følger med.", carried(true, "b", "c")),
  clause("3", "4", "Der er en fælles telefon.", { state: "dropped" }),
  clause("4", "5", "Kommunen har en kontaktperson.", { state: "undecided", at }),
];

test("[C14] the margin shows what an old link has become, several where it was split, and what is gone or waits", async ({
  open,
}) => {
  const ann = await open(["Om medicin. [1]", "Om begge. [2]", "Om telefon. [3]", "Om kontakt. [4]"], { earlier });
  const names = await ann.page.locator(".chip").evaluateAll((chips) => chips.map((chip) => chip.ariaLabel));
  expect(names).toEqual([
    "Henviser til 3.2, ændret i den nye udgave. Se igen",
    "Henviser til 3.1, ændret i den nye udgave. Se igen",
    "Henviser til 3.2, ændret i den nye udgave. Se igen",
    "Henviser til 4, udgået i den nye udgave",
    "Henviser til 5 i den forrige udgave, venter på afgørelse",
  ]);
  await ann.page.getByRole("button", { name: /^Henviser til 5/ }).hover();
  const desk = ann.page.locator(".chip-card").getByRole("link", { name: /Gå til overførslen/ });
  expect(await desk.getAttribute("href")).toBe(`/kilder/${at}/overfoersel`);
  const pane = ann.page.getByRole("complementary", { name: "Kilde" });
  expect(await pane.getByText("2 afsnit henviser hertil").count()).toBe(1);
  await pane.getByRole("heading", { name: "Ikke i den nye udgave" }).waitFor();
  expect(await ann.lines()).toEqual(["Om medicin. [1]", "Om begge. [2]", "Om telefon. [3]", "Om kontakt. [4]"]);
});

test("[C17] a changed clause shows its words against the old ones, and is like any other once looked at again", async ({
  open,
}) => {
  const ann = await open(["Om medicin. [1]"], { earlier, toLookAt: [link("c").id] });
  const chip = ann.page.getByRole("button", { name: /^Henviser til 3\.2/ });
  await chip.hover();
  const card = ann.page.locator(".chip-card", { hasText: "Ordlyden er ændret" });
  await card.getByText("Sammenlign med det tidligere 2.1").click();
  await card.locator("ins", { hasText: "tre" }).waitFor();
  await card.getByRole("button", { name: "Set igen" }).click();
  await ann.page.getByRole("button", { name: "Henviser til 3.2", exact: true }).waitFor();
  expect(await card.getByRole("button", { name: "Set igen" }).count()).toBe(0);
  await expect(chip).toBeFocused();
});

test("[L6] a click in the source takes an old link away, another makes a new one, and undo brings the old one back", async ({
  open,
}) => {
  const ann = await open(["Om medicin. [1]"], { earlier });
  await ann.caretIn("Om medicin.");
  const row = ann.page.getByRole("complementary", { name: "Kilde" }).getByRole("button", { name: /^3\.2/ });
  expect(await row.getAttribute("aria-pressed")).toBe("true");
  await row.click();
  expect(await ann.lines()).toEqual(["Om medicin."]);
  await ann.press("Control+z");
  expect(await ann.lines()).toEqual(["Om medicin. [1]"]);
  await row.click();
  await row.click();
  expect(await ann.lines()).toEqual(["Om medicin. [c]"]);
});

test("[L4] a clause that was split goes as a whole, and the card says so before", async ({ open }) => {
  const ann = await open(["Om begge. [2]"], { earlier });
  await ann.page.getByRole("button", { name: /^Henviser til 3\.1/ }).hover();
  const card = ann.page.locator(".chip-card").first();
  await card.getByText("Henvisningen til 3.2 forsvinder også.").waitFor();
  await card.getByRole("button", { name: "Fjern henvisningen" }).click();
  expect(await ann.lines()).toEqual(["Om begge."]);
  await ann.page.getByText("Afsnittet er ikke længere knyttet til 3.1 og 3.2").waitFor({ state: "attached" });
});

test("[L5] the search knows what an old link has become, and the new link stands beside it", async ({ open }) => {
  const ann = await open(["Om medicin. [1]"], { earlier });
  await ann.caretIn("Om medicin.");
  await ann.press("Control+k");
  await ann.type("medicin");
  await ann.page.getByRole("option", { name: /^3\.2.*knyttet/ }).waitFor();
  await ann.press("Enter");
  expect(await ann.lines()).toEqual(["Om medicin. [1 c]"]);
  expect(await ann.page.getByRole("button", { name: "Henviser til 3.2", exact: true }).count()).toBe(1);
});
