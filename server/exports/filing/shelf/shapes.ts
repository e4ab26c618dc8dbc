import type { AdapterName } from "../../shapes";
import type { Capabilities, Earlier, FiledFile, FoundCase, Parcel } from "../port";
import type { Mark } from "./mark";

/** A case as the system itself knows it. */
export type ShelfCase = FoundCase & { ref: string };

/** A document of ours on a case. */
export type Shelved = { id: string; number: string; mark: Mark; at: string; isFinal: boolean };

/** A document to be put on a case. */
export type Entry = {
  parcel: Parcel;
  file: FiledFile;
  index: number;
  mark: string;
  title: string;
  /** The description, the filing it follows, and the mark. */
  description: string;
};

/** What an adapter says of a system that takes one document at a time and knows no packages; shelf/ does the rest. */
export type Shelf = {
  name: AdapterName;
  capabilities: Pick<Capabilities, "finalize" | "maxBytes">;
  findCase(caseNumber: string): Promise<ShelfCase | null>;
  /** All documents on the case that bear a mark of this client id. */
  documentsOf(found: ShelfCase, parcel: Parcel): Promise<Shelved[]>;
  add(found: ShelfCase, entry: Entry): Promise<void>;
  /** Left out where the system hands nothing back. */
  read?(document: Shelved): Promise<Buffer>;
  /** Left out where a document is journalised as it is added. */
  finalize?(document: Shelved): Promise<void>;
  /** Signs in and asks something; throws what is wrong. */
  knock(): Promise<void>;
};

export type Following = Earlier | null;
