import { files as words } from "~/words/files";
import type { FileKind } from "../../../server/exports/shapes";

type Group = { name: string; kinds: readonly FileKind[] };

export const FILES: readonly Group[] = [
  { name: words.groups.letter, kinds: ["docx", "pdf", "html", "odt"] },
  { name: words.groups.receiver, kinds: ["remarks-docx", "remarks-xlsx", "pdf-remarks"] },
  { name: words.groups.council, kinds: ["agenda-docx"] },
  { name: words.groups.all, kinds: ["package", "pdf-data"] },
];

export const DRAFTS: readonly Group[] = [{ name: words.groups.letter, kinds: ["docx", "pdf", "html", "odt"] }];

/** Plain links, each with what it is good for: the browser downloads, no script needed. */
export function Choices({ groups, way }: { groups: readonly Group[]; way: string }) {
  return (
    <div className="choices">
      {groups.map(({ name, kinds }) => (
        <section key={name} aria-label={name}>
          {groups.length > 1 && <h3>{name}</h3>}
          <ul>
            {kinds.map((kind) => (
              <li key={kind}>
                <a href={`${way}/${kind}`} download>
                  {words.kinds[kind].name}
                </a>
                <span className="soft">{words.kinds[kind].what}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
