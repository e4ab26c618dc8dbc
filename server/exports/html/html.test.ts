import { describe, expect, test } from "vitest";
import { everything, facts } from "../../../tests/fidelity/sample";
import { letterOf } from "../letter/letter";
import { htmlOf } from "./write";

const page = new TextDecoder().decode(htmlOf(letterOf(everything, facts)));

describe("[X11] the page of a letter", () => {
  test("is in Danish, has one h1, and fetches and runs nothing", () => {
    expect(page).toContain('<html lang="da">');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\bon\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  test("says what a header heads, and leads from a note back to its words", () => {
    expect(page).toContain('<th scope="col">');
    expect(page).toContain('<th scope="row">');
    const notes = [...page.matchAll(/href="#note-(\d+)" id="ref-(\d+)"/g)].map(([, to]) => to);
    expect(notes).toEqual(["1", "2"]);
    for (const note of notes) {
      expect(page).toContain(`id="note-${note}"`);
      expect(page).toContain(`href="#ref-${note}"`);
    }
  });

  test("shows markup in a text as the text that it is", () => {
    const text = `<script>alert("1")</script> & 'x' \u0001`;
    const block = { type: "block" as const, id: "block-1", kind: "paragraph" as const, level: 0, content: [{ text }] };
    const title = `<b>"T"</b>`;
    const shown = new TextDecoder().decode(htmlOf(letterOf({ ...everything, blocks: [block] }, { ...facts, title })));
    expect(shown).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; ");
    expect(shown).toContain("<title>&lt;b&gt;&quot;T&quot;&lt;/b&gt;</title>");
    expect(shown).not.toContain("\u0001");
  });
});
