import type { ReactNode } from "react";
import { hearing, hearings } from "~/words/hearings";
import type { ConsultationKind, Deadline } from "../../server/consultations/shapes";
import type { ResponseStatus } from "../../server/standing/shapes";
import { PageHeader, type Tab, Tabs } from "./page";
import { DeadlineText, ResponsePill } from "./status";

export type HearingHead = {
  id: string;
  title: string;
  userKey: string;
  kind: ConsultationKind;
  deadline: Deadline;
  responseId: string | null;
  status: ResponseStatus | "not-started";
};

/** The head of every page of one hearing, from its facts to its filing: one title, one row of tabs. */
export function HearingFrame({ head, children }: { head: HearingHead; children?: ReactNode }) {
  const isOver = head.status === "approved" || head.status === "filed";
  const meta = (
    <>
      <ResponsePill status={head.status} />
      <span className="numeric">{head.userKey}</span>
      <span>
        {hearing.facts.deadline}: <DeadlineText deadline={head.deadline} isOver={isOver} />
      </span>
    </>
  );
  return (
    <>
      <PageHeader title={head.title} meta={meta} crumbs={[{ to: "/hoeringer", text: hearings.title }]}>
        {children}
      </PageHeader>
      <Tabs label={hearing.tabs} tabs={tabsOf(head)} />
    </>
  );
}

function tabsOf({ id, kind, responseId }: HearingHead): Tab[] {
  const ofResponse = (path: string, text: string): Tab =>
    responseId ? { to: `/svar/${responseId}${path}`, text } : { to: null, text, why: hearing.notStarted[kind] };
  return [
    { to: `/hoeringer/${id}`, text: hearing.overview },
    { to: `/hoeringer/${id}/plan`, text: hearing.plan },
    { to: `/hoeringer/${id}/fordeling`, text: hearing.assigning },
    ...(kind === "follow-up" ? [{ to: `/hoeringer/${id}/indsatser`, text: hearing.initiatives }] : []),
    ofResponse("", hearing.writing),
    { to: `/hoeringer/${id}/daekning`, text: hearing.coverage },
    { ...ofResponse("/del", hearing.parts), holds: true },
    ofResponse("/historik", hearing.history),
    ofResponse("/godkendelse", hearing.approval),
    { ...ofResponse("/arkiv", hearing.filing), holds: true },
    { ...ofResponse("/udfald", hearing.outcomes), holds: true },
  ];
}
