import { expect, test } from "vitest";
import { type ConsultationId, newId, type ResponseId } from "../../../db/ids";
import { sentenceOf } from "../../../server/notices/mail/sentences";
import { type About, NOTICE_KINDS, type NoticeKind, type NoticeSubject } from "../../../server/notices/shapes";
import { safePath } from "../../session";
import { mailChoices, noticeSentence } from "../../words/notices";
import { placeOf } from "./place";

const responseId = newId<ResponseId>();
const hearing = { id: newId<ConsultationId>() };
const WHOLE = { blockId: "b1", threadId: "t1", suggestionId: "s1", centerId: "c1", reviewId: "r1" };
const placed = (kind: NoticeKind, about: About) =>
  placeOf({ kind, responseId, hearing, about }).replace(responseId, "R").replace(hearing.id, "H");

test("[N1] each kind leads to its own place: the thread, the paragraph, the part, the round", () => {
  expect(Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, placed(kind, WHOLE)]))).toEqual({
    mentioned: "/svar/R#k-t1",
    "comment-assigned": "/svar/R#k-t1",
    "comment-answered": "/svar/R#k-t1",
    "part-returned": "/svar/R/del/c1",
    "sign-off-lapsed": "/svar/R/del/c1",
    "suggestion-decided": "/svar/R#b-b1",
    "approval-waits": "/svar/R/godkendelse",
    "approval-decided": "/svar/R/godkendelse",
    "approval-returned": "/svar/R/godkendelse",
    reopened: "/svar/R",
    "deadline-near": "/hoeringer/H/daekning",
    "deadline-missed": "/hoeringer/H",
    "external-deadline-near": "/hoeringer/H/plan",
    "deadline-moved": "/hoeringer/H/plan",
    "webhook-paused": "/administration/adgang#webhooks",
    "tasks-handed-over": "/hoeringer/H",
    invited: "/invitationer/H",
    "invitation-answered": "/hoeringer/H",
    "invitation-withdrawn": "/invitationer/H",
  });
});

test("[N1] where nothing more is known it leads to the text, and never out of the house", () => {
  for (const kind of NOTICE_KINDS) {
    expect(placed(kind, {})).toMatch(
      /^(\/svar\/R(\/godkendelse)?|\/hoeringer\/H(\/plan|\/daekning)?|\/invitationer\/H|\/administration\/adgang#webhooks)$/,
    );
    const odd = placeOf({
      kind,
      responseId,
      hearing,
      about: { blockId: "//x.dk", threadId: "a&b=c#d", centerId: "../../x" },
    });
    expect(safePath(odd)).toBe(odd);
  }
});

test("[N3] the mail says of every notice what the page says", () => {
  const names = [null, "Eva Holm"];
  for (const kind of NOTICE_KINDS)
    for (const by of names)
      for (const center of [null, "Center for Ældre"])
        for (const suggestion of [null, "accepted", "rejected"] as const)
          for (const day of [null, "2028-02-29"]) {
            const subject: NoticeSubject = { kind, by, center, suggestion, day, host: day && "esdh.kommune.dk" };
            expect(sentenceOf(subject)).toBe(noticeSentence(subject));
            expect(noticeSentence(subject)).not.toMatch(/undefined|null/);
          }
});

test("each kind has a sentence of its own in the choices", () => {
  expect(new Set(NOTICE_KINDS.map(mailChoices.kind)).size).toBe(NOTICE_KINDS.length);
});
