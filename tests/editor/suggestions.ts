import type { Route } from "playwright/test";
import type { Block } from "../../app/document-model/document";
import type { Run } from "../../app/document-model/suggestions/shapes";
import type { EditorPage } from "./browser";

type Row = Run & { id: string; changedAt: string };

/** Stands in for the server's suggestions, for one who both suggests and decides: what is saved is listed, and taken in. */
export class Suggestions {
  readonly open = new Map<string, Row>();
  readonly #decided: { id: string; decision: string; run: Row }[] = [];
  readonly #page: EditorPage;
  #turn = 0;

  private constructor(page: EditorPage) {
    this.#page = page;
  }

  static async on(page: EditorPage): Promise<Suggestions> {
    const suggestions = new Suggestions(page);
    await page.page.route("**/svar/r/forslag*", (route) => suggestions.#answer(route));
    await page.page.evaluate("window.dispatchEvent(new Event('focus'))");
    return suggestions;
  }

  /** As if it had been saved before: other words for a paragraph. */
  propose(block: Block, text: string): void {
    const { id, kind, level } = block;
    const named = crypto.randomUUID();
    const proposed = [{ id, kind, level, content: [{ text }] }];
    this.open.set(named, { id: named, after: null, base: [block], proposed, changedAt: new Date(0).toISOString() });
  }

  /** What each proposes, the oldest first: "Vi støtter. | > Vi støtter | det." */
  said(): string[] {
    const words = (blocks: readonly { content: Run["base"][number]["content"] }[]) =>
      blocks.map(({ content }) => content.map((one) => ("text" in one ? one.text : "/")).join("")).join(" | ");
    return [...this.open.values()].map(({ base, proposed }) => `${words(base)} > ${words(proposed)}`);
  }

  async #answer(route: Route): Promise<void> {
    const body = route.request().postData();
    const answer = body === null ? this.#list() : await this.#command(fieldsOf(body));
    await route.fulfill({ contentType: "application/json", body: JSON.stringify(answer) });
  }

  #list(): unknown {
    const who = { by: { id: "Ann", name: "Ann" }, isOwn: true };
    const decided = this.#decided.map(({ id, decision, run }) => {
      return { ...run, id, decision, by: "Ben", at: run.changedAt, reason: null };
    });
    const open = [...this.open.values()].map((row) => ({ ...row, ...who, madeAt: row.changedAt }));
    return { stamp: `${this.#turn}.${this.open.size}`, open, decided, can: { suggest: true, decide: true } };
  }

  async #command(fields: [string, string][]): Promise<unknown> {
    this.#turn += 1;
    const all = (name: string) => fields.flatMap(([key, value]) => (key === name ? [value] : []));
    const [command] = all("command");
    if (command === "save") {
      const changedAt = new Date(this.#turn).toISOString();
      const rows: (Run & { id: string })[] = JSON.parse(all("suggestions")[0] ?? "[]");
      for (const row of rows) this.open.set(row.id, { ...row, changedAt });
      for (const id of all("withdrawn")) this.open.delete(id);
      return { kept: rows.map(({ id }) => ({ id, changedAt })), decided: [] };
    }
    for (const seen of all("suggestion")) await this.#decide(seen.slice(0, 36), command ?? "");
    return { left: [] };
  }

  async #decide(id: string, command: string): Promise<void> {
    const run = this.open.get(id);
    if (!run) return;
    this.open.delete(id);
    this.#decided.push({ id, decision: `${command}ed`, run });
    if (command === "accept") await this.#page.page.evaluate(`takeIn(${JSON.stringify(run)})`);
  }
}

function fieldsOf(body: string): [string, string][] {
  return [...body.matchAll(/name="([^"]*)"\r\n\r\n([\s\S]*?)\r\n--/g)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
}
