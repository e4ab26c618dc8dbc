import type { ReactNode } from "react";
import { hearingFrame as words } from "~/words/hearing-frame";
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
  host: string | null;
};

/** The head of every page of one hearing, from its facts to its filing: one title, one row of tabs. */
export function HearingFrame({ head, children }: { head: HearingHead; children?: ReactNode }) {
  const isOver = head.status === "approved" || head.status === "filed";
  const meta = (
    <>
      <ResponsePill status={head.status} />
      <span className="numeric">{head.userKey}</span>
      {head.host && <span>{words.joint(head.host)}</span>}
      <span>
        {words.deadline}: <DeadlineText deadline={head.deadline} isOver={isOver} />
      </span>
    </>
  );
  return (
    <>
      <PageHeader title={head.title} meta={meta} crumbs={[{ to: "/hoeringer", text: words.all }]}>
        {children}
      </PageHeader>
      <Tabs label={words.tabs} tabs={tabsOf(head)} />
    </>
  );
}

function tabsOf({ id, kind, responseId }: HearingHead): Tab[] {
  const ofResponse = (path: string, text: string): Tab =>
    responseId ? { to: `/svar/${responseId}${path}`, text } : { to: null, text, why: words.notStarted[kind] };
  return [
    { to: `/hoeringer/${id}`, text: words.overview },
    { to: `/hoeringer/${id}/plan`, text: words.plan },
    { to: `/hoeringer/${id}/fordeling`, text: words.assigning },
    ...(kind === "hearing" ? [] : [{ to: `/hoeringer/${id}/maal`, text: words.goals }]),
    ...(kind === "follow-up" ? [{ to: `/hoeringer/${id}/indsatser`, text: words.initiatives }] : []),
    ofResponse("", words.writing),
    { to: `/hoeringer/${id}/daekning`, text: words.coverage },
    { ...ofResponse("/del", words.parts), holds: true },
    ofResponse("/historik", words.history),
    ofResponse("/godkendelse", words.approval),
    { ...ofResponse("/arkiv", words.filing), holds: true },
    { ...ofResponse("/udfald", words.outcomes), holds: true },
  ];
}
