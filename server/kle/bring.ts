import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../db/client";
import { kleList, kleNumber, municipality } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import { isDay } from "../deadline";
import { Refusal } from "../errors";
import { hasRole, type Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { sha256 } from "../sha256";
import { uploaded } from "../upload";
import type { KleDeps } from "./deps";
import { listOf } from "./queries";
import { readKle } from "./read";
import type { ReadList, ReadNumber } from "./read-list";
import type { KleImported } from "./shapes";

const Form = z.object({
  file: z.instanceof(File, { error: "missing" }).refine((file) => file.size > 0, "missing"),
  edition: z
    .string()
    .trim()
    .refine((day) => day === "" || isDay(day), "not-a-day")
    .default(""),
});

/** OS2KLE.txt has 1 MB; the XML of KLE-Online, with its guidance, ten times that. */
const LARGEST = 20 * 1024 * 1024;
const AT_ONCE = 1000;

export function onlyAdministrators(viewer: Viewer): void {
  if (!hasRole(viewer, "administrator")) throw new Refusal("forbidden", "administrators-only");
}

/** Takes a list in use in place of the one before; the same file again changes nothing. [F19] */
export async function bring(deps: KleDeps, viewer: Viewer, form: unknown): Promise<KleImported> {
  onlyAdministrators(viewer);
  const { file, edition } = parse(Form, form);
  const today = danishDay(deps.clock.now());
  if (edition > today) throw new Refusal("invalid", "form", { edition: "kle-edition-ahead" });
  const { bytes, fileName } = await uploaded(file, { most: LARGEST, tooLarge: "kle-too-large", unnamed: "KLE" });
  const list = readKle(bytes, edition || today);
  const brought = { list, edition: edition || list.edition, fileName, sha256: sha256(bytes) };
  return deps.db.transaction((tx) => replace(deps, tx, viewer, brought));
}

type Brought = { list: ReadList; edition: string | null; fileName: string; sha256: string };

async function replace(deps: KleDeps, tx: Transaction, viewer: Viewer, brought: Brought): Promise<KleImported> {
  const { id: municipalityId } = viewer.municipality;
  const { kind, numbers } = brought.list;
  // Two who bring a list at once come one after the other, and the later one's stands whole.
  await tx.select().from(municipality).where(eq(municipality.id, municipalityId)).for("no key update");
  const there = (await listOf(tx, municipalityId, kind))?.list;
  const isSame = there?.sha256 === brought.sha256 && (brought.edition ?? there.edition) === there.edition;
  if (isSame) return { kind, count: numbers.length, same: true };
  const about = { sha256: brought.sha256, fileName: brought.fileName, count: numbers.length };
  const now = deps.clock.now();
  const row = { ...about, edition: brought.edition ?? danishDay(now), importedBy: viewer.id, importedAt: now };
  await tx
    .insert(kleList)
    .values({ municipalityId, kind, ...row })
    .onConflictDoUpdate({ target: [kleList.municipalityId, kleList.kind], set: row });
  await tx.delete(kleNumber).where(and(eq(kleNumber.municipalityId, municipalityId), eq(kleNumber.kind, kind)));
  const rows = numbers.map((number) => ({ municipalityId, kind, ...kept(number) }));
  for (let at = 0; at < rows.length; at += AT_ONCE) await tx.insert(kleNumber).values(rows.slice(at, at + AT_ONCE));
  await deps.audit.record(tx, actorOf(viewer), {
    event: "kle-list-imported",
    objectKind: "municipality",
    objectId: municipalityId,
    data: { kind, edition: row.edition, ...about, before: there?.sha256 ?? null },
  });
  return { kind, count: numbers.length, same: false };
}

function kept({ keywords, ...number }: ReadNumber) {
  return { ...number, words: `${number.title}\n${keywords}`.toLocaleLowerCase("da") };
}
