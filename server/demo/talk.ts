import { allBlocks, type Block, textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import { runsBetween } from "../../app/document-model/suggestions/diff";
import type { Blocks } from "../../app/document-model/suggestions/rows";
import { itIs, type Matter, type Stage } from "./stage";

/** What people say of the half-written text, and would have it say. */
const QUESTION = {
  about: "Kommunen har ikke medarbejdere til fast følgeskab",
  quote: "mere end en times rejse",
  said: "Er en time med bil eller med bus? Det bør stå der.",
  answer: "Med bus. Jeg spørger visitationen, hvor mange det drejer sig om, og retter det til.",
};
const PROPOSAL = {
  of: "Vurderingen af ældre borgere bør ske",
  instead: "Kommunens demenskoordinator kan deltage med en uges varsel.",
  better: "Kommunens demenskoordinator deltager, når regionen giver besked en uge før.",
};

/** A manager asks beside the text and is answered; another one, who may not write in it, proposes other words. */
export async function talkAboutIt(stage: Stage, matter: Matter): Promise<void> {
  const { doors, person, calendar } = stage;
  const text = await textAsItStands(stage, matter);
  const blocks = [...allBlocks({ blocks: text })];
  itIs(stage, calendar.ago(1), "14:50");
  const asked = beginning(blocks, QUESTION.about);
  const threadId = crypto.randomUUID();
  await doors.comments.start(person("leder.social"), matter.responseId, {
    threadId,
    commentId: crypto.randomUUID(),
    blockId: asked.id,
    quote: QUESTION.quote,
    place: String(textOf(asked).indexOf(QUESTION.quote)),
    comment: QUESTION.said,
  });
  itIs(stage, calendar.ago(1), "15:10");
  const answer = { commentId: crypto.randomUUID(), comment: QUESTION.answer };
  await doors.comments.act(person("bidragyder.social"), threadId, "reply", answer);
  itIs(stage, calendar.ago(1), "15:25");
  const before = beginning(blocks, PROPOSAL.of);
  const after = { ...before, content: [{ text: textOf(before).replace(PROPOSAL.instead, PROPOSAL.better) }] };
  const edited = text.map((entry) => (entry.id === before.id ? after : entry));
  const runs = runsBetween(text, edited).map((run) => ({ id: crypto.randomUUID(), ...run }));
  await doors.suggestions.save(person("leder.aeldre"), matter.responseId, { suggestions: JSON.stringify(runs) });
}

async function textAsItStands({ doors, person }: Stage, { responseId }: Matter): Promise<Blocks> {
  const { documentId } = await doors.responses.page(person("tovholder"), responseId);
  const loaded = await doors.documents.load(documentId);
  if (!loaded) throw new Error(`Expected a document ${documentId}; found none.`);
  const { blocks } = readDocument(loaded.doc);
  loaded.doc.destroy();
  return blocks;
}

function beginning(blocks: readonly Block[], words: string): Block {
  const found = blocks.find((block) => textOf(block).startsWith(words));
  if (!found) throw new Error(`Expected a paragraph that begins "${words}"; found none.`);
  return found;
}
