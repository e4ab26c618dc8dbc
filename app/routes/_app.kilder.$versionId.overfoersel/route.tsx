import type { MetaFunction } from "@remix-run/node";
import type { ClientActionFunctionArgs, ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { type Asked, acts, field, loads, param } from "~/answering";
import { ButtonLink } from "~/components/button";
import { EmptyState, Notice, Page, PageHeader } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { type Answer, valuesOf } from "~/refusals";
import { carryOver as words } from "~/words/carry-over";
import { shell } from "~/words/shell";
import { sources } from "~/words/sources";
import type { DeskPage } from "../../../server/carry-over/shapes";
import type { Remark } from "../../../server/search/shapes";
import { Added } from "./added";
import { DeskView } from "./desk-view";
import { Hearings } from "./hearings";
import { NOT_REACHED } from "./orders";
import type { Taken } from "./sending";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

/** What the keys have sent is asked for anew when they rest; see use-deciding.ts. */
export function shouldRevalidate(change: ShouldRevalidateFunctionArgs): boolean {
  return change.formData?.has("order") ? false : refreshAfterConflict(change);
}

export const loader = loads(async (asked) => {
  const page = await asked.services.carryOver.desk(asked.viewer, param(asked.params, "versionId"));
  return { page, remarks: await remarksOn(asked, page) };
});

/** Old clause → what was said of it, or of what it came from. */
async function remarksOn({ services, viewer }: Asked, { rows }: DeskPage): Promise<Map<string, Remark[]>> {
  const remarked = rows.filter(({ remarkedOn }) => remarkedOn.length > 0);
  const remarks = await services.search.remarks(viewer, [...new Set(remarked.flatMap((row) => row.remarkedOn))]);
  const isOn = (ids: readonly string[]) => (remark: Remark) => remark.clauseIds.some((id) => ids.includes(id));
  return new Map(remarked.map(({ from, remarkedOn }) => [from.id, remarks.filter(isOn(remarkedOn))]));
}

export const action = acts(async ({ services, viewer, params, form }): Promise<Taken> => {
  const id = param(params, "versionId");
  const op = field(form, "op");
  if (op === "follow" || op === "stay")
    await services.consultations[op](viewer, field(form, "consultationId"), { versionId: id });
  else if (op === "undo") await services.carryOver.undo(viewer, id, form);
  else await services.carryOver.decide(viewer, id, isGone(op) ? withoutTarget(form, op) : form);
  return { taken: field(form, "order") };
});

function isGone(op: string): boolean {
  return op === "drop" || op === "met";
}

function withoutTarget(form: FormData, op: string): FormData {
  form.delete("toClauseId");
  if (op === "met") form.set("isMet", "yes");
  return form;
}

/** Where nobody is reached, the desk stays as it is and the row says so. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData();
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const answer: Answer = { refusal: { code: NOT_REACHED, fields: {} }, values: valuesOf(form) };
    return Response.json(answer, { status: 422 });
  }
}

export default function CarryOver() {
  const { page, remarks } = useLoaderData<typeof loader>();
  const { from, to } = page;
  const crumbs = [
    { to: "/kilder", text: sources.title },
    { to: `/kilder/${to.id}`, text: `${to.source.title}, ${to.label}` },
  ];
  return (
    <Page width="wide">
      <PageHeader title={words.title} lead={words.lead(to.source.title, from.label, to.label)} crumbs={crumbs}>
        <ButtonLink kind="quiet" to={`/kilder/${to.id}/sammenlign`}>
          {words.toComparison}
        </ButtonLink>
        <ButtonLink kind="quiet" to={`/kilder/${to.id}`}>
          {words.toNew}
        </ButtonLink>
      </PageHeader>
      {!page.can.decide && (
        <Notice>
          <p>{words.readOnly}</p>
        </Notice>
      )}
      <Hearings hearings={page.hearings} can={page.can} />
      {page.rows.length === 0 ? (
        <EmptyState title={words.nothing.title} text={words.nothing.text} />
      ) : (
        <DeskView page={page} remarks={remarks} />
      )}
      <Added page={page} />
    </Page>
  );
}
