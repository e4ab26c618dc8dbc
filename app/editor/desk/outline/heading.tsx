import { type KeyboardEvent, memo } from "react";
import { isKey } from "../chords";
import type { Belonging } from "../parts/use-belongs";
import type { Section } from "./sections";
import { titleOf } from "./use-outline";

type Props = {
  section: Section;
  index: number;
  isInSight: boolean;
  /** Where the one that is dragged would come to stand. */
  drop: "before" | "after" | null;
  canMove: boolean;
  onGo: (section: Section) => void;
  onStep: (section: Section, by: 1 | -1) => void;
  /** The center it was given to. */
  belongs: Belonging | null;
  onGive: ((blockId: string) => void) | null;
};

export const Heading = memo(function Heading({ section, index, isInSight, drop, canMove, belongs, ...on }: Props) {
  const { onGo, onStep, onGive } = on;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isKey("outline-go", event)) onGo(section);
    else if (canMove && isKey("outline-move", event)) onStep(section, event.key === "ArrowUp" ? -1 : 1);
    else if (onGive && section.id && isKey("section-center", event)) onGive(section.id);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="treeitem"
      aria-level={section.level}
      aria-current={isInSight ? "location" : undefined}
      className="outline-item"
      data-stop
      data-for={section.id}
      data-index={index}
      data-level={section.level}
      data-drop={drop ?? undefined}
      tabIndex={-1}
      draggable={canMove}
      title={section.title}
      onClick={() => onGo(section)}
      onKeyDown={onKeyDown}
    >
      {titleOf(section)}
      {belongs && (
        <span className="outline-center" data-state={belongs.state} title={belongs.said}>
          {belongs.shortName}
        </span>
      )}
    </div>
  );
});
