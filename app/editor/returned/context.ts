import { createContext } from "react";

export type Remark = { blockId: string; text: string };

/** What the text came back with, of single paragraphs; nothing once it has been sent again. Apart: the page needs no more. */
export const RemarksContext = createContext<readonly Remark[]>([]);
