import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { type LetterId, newId } from "../../db/ids";
import { letter, municipality } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { sha256 } from "../sha256";
import { chosenFile, type Upload, uploaded } from "../upload";
import type { LetterDeps } from "./deps";
import { onlyCoordinators } from "./queries";
import type { LetterProposal } from "./shapes";

/** A letter of more is none: a draft that is as long belongs among the sources. */
const MOST_BYTES = 10 * 1024 * 1024;
const LONGEST_TEXT = 200_000;
const PASTED = "mail.txt";

const Form = z.object({
  file: chosenFile,
  text: z.string().max(LONGEST_TEXT, "too-long").default(""),
});

/** Keeps the letter with what it was read to say; nothing is kept of one that cannot be read. [H30] */
export async function receive(deps: LetterDeps, viewer: Viewer, form: unknown): Promise<LetterId> {
  onlyCoordinators(viewer);
  const { file, text } = parse(Form, form);
  const field = file ? "file" : "text";
  const paper = file
    ? await uploaded(file, { most: MOST_BYTES, tooLarge: "letter-too-large", unnamed: PASTED })
    : pasted(text);
  const proposal = await deps.agreements.letter(paper, danishDay(deps.clock.now()));
  if ("refused" in proposal) throw new Refusal("invalid", "form", { [field]: proposal.refused });
  return keep(deps, viewer, paper, proposal);
}

function pasted(text: string): Upload {
  if (text.trim() === "") throw new Refusal("invalid", "form", { file: "missing" });
  return { fileName: PASTED, bytes: new TextEncoder().encode(text) };
}

/** The municipality's row is the lock: one file sent twice at once is one letter. */
async function keep({ db, clock, audit }: LetterDeps, viewer: Viewer, paper: Upload, proposal: LetterProposal) {
  const hash = sha256(paper.bytes);
  const ours = eq(letter.municipalityId, viewer.municipality.id);
  return db.transaction(async (tx) => {
    const { id: municipalityId } = viewer.municipality;
    await tx
      .select({ id: municipality.id })
      .from(municipality)
      .where(eq(municipality.id, municipalityId))
      .for("no key update");
    const isWaiting = and(ours, eq(letter.sha256, hash), isNull(letter.consultationId));
    const [known] = await tx.select({ id: letter.id }).from(letter).where(isWaiting);
    // Read again, for the day may be another: "den 3. december" is of the year it is read in.
    if (known) {
      await tx.update(letter).set({ proposal }).where(eq(letter.id, known.id));
      return known.id;
    }
    const id = newId<LetterId>();
    const receivedAt = clock.now();
    await tx
      .insert(letter)
      .values({ id, municipalityId, ...paper, sha256: hash, proposal, receivedBy: viewer.id, receivedAt });
    const data = { sha256: hash, bytes: paper.bytes.length };
    await audit.record(tx, actorOf(viewer), { event: "letter-received", objectKind: "letter", objectId: id, data });
    return id;
  });
}
