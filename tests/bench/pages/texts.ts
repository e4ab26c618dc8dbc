import { canonicalJson } from "../../../app/document-model/canonical";
import {
  type Block,
  type Link,
  type ResponseDocument,
  SCHEMA_VERSION,
  STANCES,
} from "../../../app/document-model/document";
import { writeDocument } from "../../../app/document-model/write";
import type { ReviewId, VersionId } from "../../../db/ids";
import { project } from "../../../server/projections/rules";
import { sha256 } from "../../../server/sha256";
import { at, type Chance, day } from "./chance";
import { bytes, type Rows } from "./rows";
import type { Hearing } from "./shapes";
import type { Town } from "./towns";

const PARAGRAPHS = 100;
const LINKS = 2;
const PER_HEADING = 20;

/** The hearing's text, its log and its rows; of one that was sent its frozen version, its round and its filing too. */
export async function text(rows: Rows, draw: Chance, town: Town, of: Hearing): Promise<void> {
  const { responseId, documentId, due, stage } = of;
  if (!responseId || !documentId) return;
  const written = documentOf(draw, of);
  const seed = writeDocument(written);
  const state = stage === "writing" ? "active" : "frozen";
  const home = { municipality_id: town.id };
  await rows.add("document", {
    ...{ id: documentId, ...home, epoch: 1, schema_version: 3, state, head_seq: 1, tail_bytes: seed.byteLength },
  });
  await rows.add("document_update", {
    ...{ document_id: documentId, epoch: 1, seq: 1, node_id: "bench", origin: "seed", payload: bytes(seed) },
    ...{ bytes: seed.byteLength, at: at(due - 50) },
  });
  await rows.add("response", {
    ...{ id: responseId, ...home, consultation_id: of.id, document_id: documentId, title: draw.title() },
    ...{ started_by: of.by, started_at: at(due - 50) },
  });
  await projected(rows, of, written);
  if (stage === "writing") return signOffs(rows, draw, town, of);
  await sent(rows, draw, { town, of, written, seed });
}

function documentOf(draw: Chance, { version, centers }: Hearing): ResponseDocument {
  const blocks: Block[] = [];
  const links: Record<string, Link[]> = {};
  for (let nth = 0; nth < PARAGRAPHS; nth += 1) {
    if (nth % PER_HEADING === 0) blocks.push(block(draw, "heading", draw.title()));
    const said = block(draw, "paragraph", `${draw.sentence()} ${draw.sentence()}`);
    blocks.push(said);
    links[said.id] = Array.from({ length: LINKS }, () => {
      const stance = draw.below(2) === 0 ? { stance: draw.oneOf(STANCES) } : {};
      return { kind: "clause" as const, id: draw.oneOf(version.clauses), center: draw.oneOf(centers), ...stance };
    });
  }
  return { schemaVersion: SCHEMA_VERSION, blocks, links };
}

function block(draw: Chance, kind: "paragraph" | "heading", words: string): Block {
  return { type: "block", id: draw.blockId(), kind, level: kind === "heading" ? 1 : 0, content: [{ text: words }] };
}

/** By the rules of projections/ itself. */
async function projected(rows: Rows, { documentId }: Hearing, written: ResponseDocument): Promise<void> {
  const { paragraphs, links } = project(written);
  const document = { document_id: documentId };
  for (const { blockId, ...row } of paragraphs) await rows.add("paragraph", { ...document, block_id: blockId, ...row });
  const once = new Map(links.map((link) => [`${link.blockId} ${link.id} ${link.center}`, link]));
  for (const { blockId, kind, id, center, stance } of once.values()) {
    const row = { block_id: blockId, target_kind: kind, target_id: id, center_id: center, stance, extra: {} };
    await rows.add("paragraph_link", { ...document, ...row });
  }
  await rows.add("projection", { ...document, epoch: 1, seq: 1 });
}

/** Every other center's manager has signed its part off. */
async function signOffs(rows: Rows, draw: Chance, town: Town, { responseId, centers }: Hearing): Promise<void> {
  for (const [index, center] of centers.entries())
    if (index % 2 === 0)
      await rows.add("sign_off", {
        ...{ id: draw.id(), municipality_id: town.id, response_id: responseId, center_id: center, number: 1 },
        ...{
          decision: "signed",
          sha256: sha256(center),
          part: { paragraphs: [], anchors: {}, gone: [] },
          epoch: 1,
          seq: 1,
        },
        ...{ by: town.managers[index % town.managers.length], at: at(-1) },
      });
}

type Sent = { town: Town; of: Hearing; written: ResponseDocument; seed: Uint8Array };

async function sent(rows: Rows, draw: Chance, { town, of, written, seed }: Sent): Promise<void> {
  const { responseId, documentId, due, stage } = of;
  const [versionId, reviewId] = [draw.id<VersionId>(), draw.id<ReviewId>()];
  const canonical = canonicalJson(written);
  const hash = sha256(canonical);
  await rows.add("document_version", {
    ...{ id: versionId, document_id: documentId, number: 1, epoch: 1, seq: 1, state: bytes(seed), canonical },
    ...{ sha256: hash, label: "Runde 1", kind: "frozen", frozen_by: of.by, frozen_at: at(due - 8) },
  });
  const isOver = stage !== "in-review";
  const decided = isOver
    ? { decision: "approved", decided_by: town.director, decided_at: at(due - 4) }
    : { decision: null, decided_by: null, decided_at: null };
  await rows.add("review", {
    ...{ id: reviewId, response_id: responseId, round: 1, version_id: versionId, sha256: hash, sent_by: of.by },
    ...{ sent_at: at(due - 8), approver_id: town.director, note: "", ...decided },
  });
  const step = { review_id: reviewId, position: 1, approver_id: town.director, due_day: day(due), is_tacit: false };
  await rows.add("review_step", { ...step, ...decided });
  if (stage === "filed") await filed(rows, draw, { of, versionId, written });
}

type Filed = { of: Hearing; versionId: VersionId; written: ResponseDocument };

/** In the case system, and what the sender made of every fifth remark. */
async function filed(rows: Rows, draw: Chance, { of, versionId, written }: Filed): Promise<void> {
  const { responseId, due, by } = of;
  await rows.add("filing", {
    ...{ id: draw.id(), response_id: responseId, version_id: versionId, adapter: "folder", state: "filed" },
    ...{ metadata: METADATA(day(due - 3)), receipt: null, requested_by: by, requested_at: at(due - 3) },
    ...{ handed_over_at: at(due - 3), filed_at: at(due - 3) },
  });
  for (const [index, blockId] of Object.keys(written.links).entries())
    if (index % 5 === 0)
      await rows.add("outcome", {
        ...{ response_id: responseId, block_id: blockId, outcome: draw.oneOf(["accepted", "partly", "not-accepted"]) },
        ...{ reason: draw.sentence(), recorded_by: by, recorded_at: at(due + 30) },
      });
}

const METADATA = (letterDate: string) => ({
  ...{ caseNumber: "2020-1", title: "Svar", description: "Svar", userKey: "HS-1", documentType: "Brev" },
  ...{ direction: "Udgaaende", kle: "29.30.00", facet: "G01", letterDate, recipient: "Region", responsible: "Person" },
  ...{ sensitivity: "IKKE_FORTROLIGE_DATA", signatory: "Kommunen" },
});
