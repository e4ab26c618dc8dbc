// What a route without a page says of a form that the page sends by itself: a refusal comes with its own status
// (`actsAlone`), and what it says counts; a session that has run out, and a server that is down, answer with a page.

/** Why something was not taken: what to say above all, and at which field. */
export type Refused = { code: string; all: string; fields: Readonly<Record<string, string>> };

/** Null: it was not heard. */
export type Told<Done> = { is: "done"; done: Done } | ({ is: "refused" } & Refused) | null;

type Fields = Readonly<Record<string, string | readonly string[]>>;

export async function post<Done>(address: string, fields: Fields | FormData): Promise<Told<Done>> {
  try {
    return await told<Done>(await fetch(address, { method: "POST", body: formOf(fields) }));
  } catch {
    return null;
  }
}

/** Whether it has done what it was asked. */
export async function isTaken(address: string, fields: Fields | FormData): Promise<boolean> {
  return (await post(address, fields))?.is === "done";
}

/** Where there is room for one sentence. */
export function sentenceOf({ all, fields }: Refused): string {
  return Object.values(fields)[0] ?? all;
}

export function isJson(answer: Response): boolean {
  return answer.headers.get("content-type")?.startsWith("application/json") ?? false;
}

async function told<Done>(answer: Response): Promise<Told<Done>> {
  if (!isJson(answer)) return null;
  const said = await answer.json();
  return answer.ok && !isRefusal(said) ? { is: "done", done: said } : refusedIn(said);
}

function isRefusal(said: unknown): boolean {
  return typeof said === "object" && said !== null && "refusal" in said;
}

type Answer = { code?: string; refusal?: { code: string; said?: Pick<Refused, "all" | "fields"> } } | null;

function refusedIn(said: Answer): Told<never> {
  const { all = "", fields = {} } = said?.refusal?.said ?? {};
  return { is: "refused", code: said?.refusal?.code ?? said?.code ?? "", all, fields };
}

function formOf(fields: Fields | FormData): FormData {
  if (fields instanceof FormData) return fields;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === "string" ? [value] : value) form.append(name, one);
  return form;
}
