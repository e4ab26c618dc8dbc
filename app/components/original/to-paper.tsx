import { Link } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import { original as words } from "~/words/original";
import type { OriginalClause } from "./shapes";

type Props = { clause: OriginalClause; isChosen: boolean; onChoose: () => void };

/** A clause's way to its place in the paper, named by its page where the paper has pages. */
export function ToPaper({ clause: { id, number, heading, page }, isChosen, onChoose }: Props) {
  return (
    <Link
      className="to-paper"
      to={`?punkt=${id}`}
      replace
      preventScrollReset
      aria-current={isChosen ? "true" : undefined}
      aria-label={words.toPaper(`${number} ${heading}`.trim(), page ?? null)}
      title={words.toPaper("", page ?? null)}
      onClick={onChoose}
    >
      {page ? words.shortPage(page) : words.noPage}
    </Link>
  );
}

/** The arrows go from one clause's way to the next one's, and the paper with them. Asked of the list that holds them. */
export function followArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const { activeElement } = document;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || !activeElement?.matches(".to-paper")) return;
  const ways = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>(".to-paper")];
  const next = ways.find((_, index) => ways[index - step] === activeElement);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.click();
}
