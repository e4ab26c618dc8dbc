import { isAllowedHref } from "../../../../app/document-model/names";
import type { Element } from "../docx/xml";

/** Where the words lead that are being read: by a link around them, or by a field that says so in words. */
export type Links = {
  meet(character: Element): void;
  instruct(text: string): void;
  now(): string | undefined;
};

type Field = { instruction: string; href: string | undefined };

const INSTRUCTION = /^\s*HYPERLINK\s+"([^"]{1,2000})"/i;

export function createLinks(): Links {
  const open: Field[] = [];
  return {
    meet(character) {
      const type = character.attributes["fldCharType"];
      const inner = open.at(-1);
      if (type === "begin") open.push({ instruction: "", href: undefined });
      else if (type === "separate" && inner) inner.href = allowed(INSTRUCTION.exec(inner.instruction)?.[1]);
      else if (type === "end") open.pop();
    },
    instruct(text) {
      const inner = open.at(-1);
      if (inner && inner.instruction.length < 3000) inner.instruction += text;
    },
    now: () => open.findLast(({ href }) => href !== undefined)?.href,
  };
}

/** Words lead to the web or a mailbox; elsewhere they are words. [E8] */
export function allowed(href: string | undefined): string | undefined {
  const meant = href?.trim();
  return isAllowedHref(meant) ? meant : undefined;
}
