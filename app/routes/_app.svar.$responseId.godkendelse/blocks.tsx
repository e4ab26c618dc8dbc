import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { NewVersion } from "~/components/new-version";
import { Notice } from "~/components/page";
import { atDesks, Undecided } from "~/components/undecided";
import { approval } from "~/words/approval";
import type { ReviewPage } from "../../../server/reviews/shapes";
import { useResponse } from "../_app.svar.$responseId/use-response";

const { blocks: words } = approval;
type Page = Pick<
  ReviewPage,
  "newer" | "undecided" | "consultation" | "can" | "blocks" | "responseId" | "status" | "rounds"
>;
type Props = { page: Page; answer: unknown };

/** Whether something has to be settled before the text can be sent. CPR numbers and holes may be confirmed instead. */
export function isBlocked({ newer, undecided, blocks }: Pick<ReviewPage, "newer" | "undecided" | "blocks">): boolean {
  const { suggestions, signOffs, comments } = blocks;
  return newer !== null || undecided.length + suggestions.length + signOffs.length + comments.length > 0;
}

/** All that has to be settled before the text can be sent, each with the way to do it. [A15] [C15] [C16] */
export function Blocks({ page, answer }: Props) {
  const { newer, undecided, consultation, can, blocks } = page;
  const { sourceLabel } = useResponse().consultation;
  if (page.status === "in-review") return <Confirmed {...blocks} reason={page.rounds[0]?.cprReason ?? null} />;
  if (page.status !== "writing" || (!isBlocked(page) && blocks.cpr.length + blocks.cprAttached.length === 0))
    return null;
  return (
    <section className="blocks" aria-labelledby="blocks">
      <h2 id="blocks">{words.title}</h2>
      {newer && (
        <NewVersion newer={newer} label={sourceLabel} canFollow={can.send} answer={answer}>
          <input type="hidden" name="consultationId" value={consultation.id} />
        </NewVersion>
      )}
      <Undecided desks={atDesks(undecided.map(({ clause, at }) => ({ name: clause, at })))} canDecide={can.send} />
      <InText page={page} />
    </section>
  );
}

type ConfirmedProps = Pick<ReviewPage["blocks"], "cpr" | "cprAttached"> & { reason: string | null };

/** What was sent all the same: whoever decides sees where it stands, and why. [F60] */
function Confirmed({ cpr, cprAttached, reason }: ConfirmedProps) {
  const before = reason && <p>{words.cprBecause(reason)}</p>;
  return (
    <Entry title={words.cprConfirmed} count={cpr.length + cprAttached.length} before={before}>
      {cpr.map((id, index) => (
        <Way key={id} to={`#b-${id}`} text={words.place(index + 1)} />
      ))}
      <InAttached attached={cprAttached} />
    </Entry>
  );
}

function InText({ page: { blocks, responseId } }: Pick<Props, "page">) {
  const text = `/svar/${responseId}`;
  const at = (blockId: string | null | undefined) => (blockId ? `${text}#b-${blockId}` : text);
  const { suggestions, signOffs, comments, cpr, cprAttached } = blocks;
  return (
    <>
      <Entry title={words.comments(comments.length)} count={comments.length}>
        {comments.map(({ threadId, blockId, quote }) => (
          <Way key={threadId} to={at(blockId)} text={quote ? `“${quote}”` : words.comment} />
        ))}
      </Entry>
      <Entry title={words.suggestions(suggestions.length)} count={suggestions.length}>
        {suggestions.map(({ id, by, blockIds }) => (
          <Way key={id} to={at(blockIds[0])} text={words.suggestion(by)} />
        ))}
      </Entry>
      <Entry title={words.signOffs} count={signOffs.length}>
        {signOffs.map(({ centerId, center, state }) => (
          <Way key={centerId} to={`${text}/del/${centerId}`} text={words[state](center)} />
        ))}
      </Entry>
      <Entry title={words.cpr} count={cpr.length + cprAttached.length}>
        {cpr.map((id, index) => (
          <Way key={id} to={at(id)} text={words.place(index + 1)} />
        ))}
        <InAttached attached={cprAttached} />
      </Entry>
    </>
  );
}

/** It opens as a file of its own: nothing of it is shown here. */
function InAttached({ attached }: { attached: ReviewPage["blocks"]["cprAttached"] }) {
  return attached.map(({ id, fileName }) => (
    <li key={id}>
      <a href={`/bilag/${id}`} download>
        {fileName}
      </a>
    </li>
  ));
}

type EntryProps = { title: string; count: number; before?: ReactNode; children: ReactNode };

function Entry({ title, count, before, children }: EntryProps) {
  if (count === 0) return null;
  return (
    <Notice tone="warn" title={title}>
      {before}
      <ul>{children}</ul>
    </Notice>
  );
}

function Way({ to, text }: { to: string; text: string }) {
  return (
    <li>
      <Link to={to}>{text}</Link>
    </li>
  );
}
