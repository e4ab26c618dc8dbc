import { attachments as words } from "~/words/attachments";
import type { Attached } from "../document-model/attached";

/** What goes along with a text: councils' own answers, each as it came. Nothing where nothing does. */
export function AttachedList({ attached }: { attached: readonly Attached[] }) {
  if (attached.length === 0) return null;
  return (
    <section className="section" aria-labelledby="attached">
      <h2 id="attached">{words.along}</h2>
      <ul className="plain-list">
        {attached.map(({ id, fileName, centerName, bytes, cpr = 0 }) => (
          <li key={id}>
            <a href={`/bilag/${id}`} download>
              {fileName}
            </a>
            <div className="soft small">
              {words.from(centerName, bytes)}
              {cpr > 0 && `. ${words.cprShort(cpr)}.`}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
