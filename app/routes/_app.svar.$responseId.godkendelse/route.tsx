import { data, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useRef } from "react";
import { acts, field, loads, param } from "~/answering";
import { Answered } from "~/components/answered";
import { apart } from "~/components/apart";
import { EmptyState } from "~/components/page";
import { changesById, NO_CHANGES } from "~/components/reading-changes";
import { ReadingView } from "~/components/reading-view";
import { useTyped } from "~/components/use-typed";
import { refreshAfterConflict } from "~/refreshing";
import { approval } from "~/words/approval";
import { goals } from "~/words/goals";
import { changesSince } from "~/words/part-changes";
import { review as words } from "~/words/review";
import { shell } from "~/words/shell";
import { dateAndTime } from "~/words/time";
import type { Viewer } from "../../../server/identity/viewer";
import type { ReviewPage } from "../../../server/reviews/shapes";
import type { Services } from "../../../server/services";
import { answerTo } from "./answer-to";
import { Blocks } from "./blocks";
import { Decide } from "./decide";
import { Moved } from "./moved";
import { RemarkField, useRemarkCount } from "./remark";
import { Reopen } from "./reopen";
import { Headless, SaidBeside } from "./said-beside";
import { Send } from "./send";
import "./approval.css";

const Remarks = apart(() => import("./rounds").then((part) => part.Remarks));
const Rounds = apart(() => import("./rounds").then((part) => part.Rounds));

const AttachedList = apart(() => import("~/components/attached-list").then((part) => part.AttachedList));

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async ({ services, viewer, params }) => ({
  ...(await services.reviews.page(viewer, param(params, "responseId"))),
  viewer: { id: viewer.id, name: viewer.name },
}));

type Told = { services: Services; viewer: Viewer; responseId: string; form: FormData };

/** Told apart by the button pressed; each has its own form. */
const COMMANDS: Record<string, (told: Told) => Promise<unknown>> = {
  plan: ({ services, viewer, responseId, form }) => services.reviews.plan(viewer, responseId, form),
  "drop-plan": ({ services, viewer, responseId }) => services.reviews.dropPlan(viewer, responseId),
  send: ({ services, viewer, responseId, form }) => services.reviews.send(viewer, responseId, form),
  approve: ({ services, viewer, form }) => services.reviews.approve(viewer, field(form, "reviewId"), form),
  "give-back": ({ services, viewer, form }) => services.reviews.giveBack(viewer, field(form, "reviewId"), form),
  reopen: ({ services, viewer, responseId, form }) => services.reviews.reopen(viewer, responseId, form),
  follow: ({ services, viewer, form }) => services.consultations.follow(viewer, field(form, "consultationId"), form),
  stay: ({ services, viewer, form }) => services.consultations.stay(viewer, field(form, "consultationId"), form),
};

export const action = acts(async ({ services, viewer, params, form }) => {
  const name = field(form, "command");
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw data({ code: "not-found" }, { status: 404 });
  await command({ services, viewer, responseId: param(params, "responseId"), form });
  return { done: name };
});

export default function Approval() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { count, onInput } = useRemarkCount();
  const newest = page.rounds[0];
  const around = useRef<HTMLDivElement>(null);
  const typed = { person: page.viewer.id, place: page.responseId, of: newest?.id ?? "first" };
  const isBack = useTyped(around, typed, isSent(answer));
  return (
    <div className="approval" data-decides={page.can.approve ? "" : undefined} onInput={onInput} ref={around}>
      {page.can.approve && (
        <a className="approval-jump" href="#decide">
          {approval.toDecision}
        </a>
      )}
      <section aria-label={words.text}>
        {newest && page.frozen ? (
          <Answered answer={answerTo(answer, "approve", "give-back")}>
            <Frozen page={page} />
          </Answered>
        ) : (
          !page.can.send && <EmptyState title={words.unsent.title} text={words.unsent.text} />
        )}
      </section>
      <aside className="approval-side">
        <Moved page={page} />
        <p role="status">{isBack && approval.keptHere}</p>
        <AttachedList attached={page.attached} />
        <Blocks page={page} answer={answer} />
        {page.can.send && <Send page={page} answer={answer} />}
        {newest && (
          <Decide round={newest} can={page.can} stoodIn={page.stoodIn} viewer={page.viewer.name} answer={answer} />
        )}
        {count > 0 && page.can.approve && <p role="status">{approval.remark.follow(count)}</p>}
        {newest && <Remarks round={newest} responseId={page.responseId} text={page.frozen} />}
        {page.can.reopen && <Reopen isWaiting={newest?.state === "waiting"} answer={answer} />}
        {page.rounds.length > 0 && <Rounds rounds={page.rounds} />}
      </aside>
    </div>
  );
}

/** What was typed has gone where it was meant for. A plan that is saved beside it sends none of it. */
function isSent(answer: unknown): boolean {
  const done = typeof answer === "object" && answer !== null && "done" in answer ? answer.done : null;
  return done === "send" || done === "approve" || done === "give-back" || done === "reopen";
}

/** In the address: the words that differ from the round before are marked. */
const MARKS = "forskelle";

/** The text that the newest round is about, with what has changed since the one before, and room to remark on it. */
function Frozen({ page }: { page: ReviewPage }) {
  const [search] = useSearchParams();
  const newest = page.rounds[0];
  if (!page.frozen || !newest) return null;
  const changed = new Set(page.changed);
  const confirmed = new Set(page.status === "in-review" ? page.blocks.cpr : []);
  const isMarked = search.get(MARKS) !== null;
  return (
    <>
      <h2>{words.text}</h2>
      <p className="soft approval-version">{words.textOf(newest.versionNumber, dateAndTime(newest.sentAt))}</p>
      {page.frozen.goals && <p className="soft approval-version">{goals.approvedToo(page.frozen.goals.isShown)}</p>}
      {page.changes.length > 0 && (
        <p className="approval-version">
          {changesSince.count(page.changes.length)}{" "}
          <Link to={isMarked ? "?" : `?${MARKS}=1`} preventScrollReset replace>
            {isMarked ? changesSince.hide : changesSince.show}
          </Link>
        </p>
      )}
      <ReadingView
        document={page.frozen}
        clauses={page.clauses}
        earlier={page.earlier}
        changes={isMarked ? changesById(page.changes) : NO_CHANGES}
        beside={(block) => (
          <>
            {changed.has(block.id) && <p className="changed-mark">{approval.changed}</p>}
            {confirmed.has(block.id) && <p className="cpr-mark">{approval.blocks.cprHere(newest.cprReason)}</p>}
            {page.frozen && <SaidBeside text={page.frozen} block={block} />}
            {page.can.giveBack && <RemarkField block={block} />}
          </>
        )}
      />
      <Headless text={page.frozen} />
    </>
  );
}
