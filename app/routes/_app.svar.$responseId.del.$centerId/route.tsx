import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { acts, field, loads, param } from "~/answering";
import { EmptyState } from "~/components/page";
import { changesById } from "~/components/reading-changes";
import { ReadingView } from "~/components/reading-view";
import { useTyped } from "~/components/use-typed";
import { refreshAfterConflict } from "~/refreshing";
import { approval } from "~/words/approval";
import { part as words } from "~/words/parts";
import { shell } from "~/words/shell";
import { Beside, BesideNews } from "./beside";
import { openComments } from "./comments";
import { Decide } from "./decide";
import { Head } from "./head";
import { Lapsed } from "./lapsed";
import { News, useOnlyChanged } from "./news";
import { onlyChanged } from "./only-changed";
import { StillOpen } from "./still-open";
import { useSeen } from "./use-seen";
import "./part.css";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: shell.title(page ? words.title(page.standing.center.name) : "") },
];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async ({ services: { signOffs, comments }, viewer, params }) => {
  const responseId = param(params, "responseId");
  const page = await signOffs.page(viewer, responseId, param(params, "centerId"));
  const { page: threads } = await comments.since(viewer, responseId, null);
  return { ...page, viewerId: viewer.id, comments: openComments(threads?.threads ?? [], page) };
});

export const action = acts(async ({ services: { signOffs }, viewer, params, form }) => {
  const place = [param(params, "responseId"), param(params, "centerId")] as const;
  const command = field(form, "command");
  if (command === "sign") await signOffs.sign(viewer, ...place, form);
  else if (command === "give-back") await signOffs.giveBack(viewer, ...place, form);
  else throw data({ code: "not-found" }, { status: 404 });
  return { done: command };
});

export default function Part() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOnlyChanged = useOnlyChanged() && page.news !== null && page.news.changes.length > 0;
  useSeen(page);
  const around = useRef<HTMLElement>(null);
  const place = `${page.responseId}/${page.standing.center.id}`;
  const isBack = useTyped(
    around,
    { person: page.viewerId, place, of: "part" },
    answer !== undefined && "done" in answer,
  );
  const changes = page.news?.changes ?? [];
  const shown = isOnlyChanged ? onlyChanged(page, changes) : page;
  return (
    <article className="part" aria-labelledby="part" ref={around}>
      <Head page={page} />
      {page.lapse && <Lapsed page={page} lapse={page.lapse} />}
      <StillOpen page={page} />
      {page.standing.hasText && <News page={page} isOnlyChanged={isOnlyChanged} />}
      <section aria-label={words.text}>
        {page.text.blocks.length > 0 || changes.length > 0 ? (
          <ReadingView
            document={shown.text}
            clauses={page.clauses}
            earlier={page.earlier}
            changes={changesById(changes)}
            under={shown.under}
          />
        ) : (
          <EmptyState {...words.nothing} />
        )}
      </section>
      <BesideNews page={page} />
      <Beside page={page} />
      <p role="status">{isBack && approval.keptHere}</p>
      <Decide page={page} answer={answer} />
    </article>
  );
}
