import { Notice } from "~/components/page";
import { initiatives as words } from "~/words/follow-ups";
import type { InitiativeNow } from "../../../server/initiatives/shapes";

/** Initiatives that go on while their center is closed, for whoever may give them to another. [H65] */
export function Left({ initiatives }: { initiatives: readonly InitiativeNow[] }) {
  const left = initiatives.filter(({ isLeft, mayTend }) => isLeft && mayTend);
  if (left.length === 0) return null;
  return (
    <Notice tone="warn" title={words.left.title(left.length)}>
      <p>{words.left.lead}</p>
      <ul className="plain-list">
        {left.map(({ id, title, center }) => (
          <li key={id}>
            <a href={`#i-${id}`}>{title}</a> <span className="soft">({center})</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
