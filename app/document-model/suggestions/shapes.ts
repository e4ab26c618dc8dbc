import type { Block } from "../document";

/**
 * A block as somebody proposes it. `id`: one of the base's own, or null for a new one, whose id the server makes. [G4]
 * `note`, of a new footnote alone: what the run's own words call it until then.
 */
export type ProposedBlock = Omit<Block, "type" | "id"> & { id: string | null; note?: string };

/** A block as it read when the suggestion was made, and the hash of that. */
export type BaseBlock = Block & { hash: string };

/**
 * A run of neighbouring blocks that is to be replaced by others. `after` is the block or table it stands behind, null at
 * the beginning of the text; it finds the place of a run without a base.
 */
export type Run = { after: string | null; base: Block[]; proposed: ProposedBlock[] };

/** A run as it is kept. */
export type KeptRun = { after: string | null; base: BaseBlock[]; proposed: ProposedBlock[] };
