import type { Transaction } from "../../db/client";
import type { ConsultationId, MunicipalityId, NoticeId, ResponseId, UserId, WebhookId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";

/** What people are told of. Each has its own words, its own default for mail, and its own place that it leads to. */
export const NOTICE_KINDS = [
  "mentioned",
  "comment-assigned",
  "comment-answered",
  "part-returned",
  "sign-off-lapsed",
  "suggestion-decided",
  "approval-waits",
  "approval-decided",
  "approval-returned",
  "reopened",
  "deadline-near",
  "deadline-missed",
  "external-deadline-near",
  "deadline-moved",
  "webhook-paused",
  "tasks-handed-over",
  "invited",
  "invitation-answered",
  "invitation-withdrawn",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** By ids alone: a notice never holds any of the text. */
export type About = {
  blockId?: string;
  threadId?: string;
  suggestionId?: string;
  centerId?: string;
  reviewId?: string;
  /** The deadline it is about, a Danish day. */
  day?: string;
};

/** Of a text; of a hearing, which may have no text yet; or of an address that other systems are told at. */
type Matter = { responseId: ResponseId } | { consultationId: ConsultationId } | { webhookId: WebhookId };

export type News = Matter & {
  kind: NoticeKind;
  municipalityId: MunicipalityId;
  /** Told once to each person, however often it is asked for. [N13] */
  occasion?: string;
  to: readonly UserId[];
  /** Who did it; they are not told themselves. Null: the house. */
  by: UserId | null;
  about: About;
};

/** On the page it always is; beside that a mail at once, one a day for all that is new, or none. [N4] */
export const MAIL_WISHES = ["none", "at-once", "daily"] as const;
export type MailWish = (typeof MAIL_WISHES)[number];
export type Wishes = Record<NoticeKind, MailWish>;

/** What a sentence about it needs. */
export type NoticeSubject = {
  kind: NoticeKind;
  /** The name of who did it. */
  by: string | null;
  /** Whose part of the text it is about. */
  center: string | null;
  /** What became of the suggestion it is about. */
  suggestion: "accepted" | "rejected" | null;
  /** The deadline it is about. */
  day: string | null;
  /** The host of the address it is about. */
  host: string | null;
};

export type NoticeRow = NoticeSubject & {
  id: NoticeId;
  at: Date;
  /** "over": whatever waited for this person does not wait any more, though they never opened it. [N2] */
  state: "new" | "read" | "over";
  responseId: ResponseId | null;
  /** Null: it is about no hearing, but about how the house is kept. */
  hearing: { id: ConsultationId; title: string; userKey: string } | null;
  about: About;
};

/** `asOf`: "all as read" means what had come until then. */
export type NoticesPage = {
  rows: NoticeRow[];
  page: number;
  pages: number;
  total: number;
  unread: number;
  asOf: Date;
};

/** How many are new, and a word that changes whenever that list does: what an open page asks for. */
export type Unread = { count: number; stamp: string };

/**
 * Whether mails go out at all (and to which server), what this person wants of them, kind by kind of those they are told
 * of, and whether their last came back.
 */
export type MailStanding = { server: string | null; wishes: Partial<Wishes>; cameBack: Date | null };

/** The door of notices/, a ground module. */
export type Notices = {
  /** Tells each of them, in the transaction of what has happened: no notice without it, and it not without its notice. */
  tell(tx: Transaction, news: News): Promise<void>;

  /** How many wait for the viewer: one query on an index. */
  unread(viewer: Viewer): Promise<Unread>;
  /** What is new, the newest first, fifty at most. */
  waiting(viewer: Viewer): Promise<NoticeRow[]>;
  /** Everything the viewer was told. */
  list(viewer: Viewer, page: number): Promise<NoticesPage>;
  /** The viewer's own, which is read from now on: whoever opens its link has it. */
  open(viewer: Viewer, noticeId: string): Promise<NoticeRow>;
  markRead(viewer: Viewer, noticeId: string): Promise<void>;
  /** All that were told until `until`: what comes while the page is looked at stays new. */
  markAllRead(viewer: Viewer, form: unknown): Promise<void>;

  mail(viewer: Viewer): Promise<MailStanding>;
  /** One field a kind. */
  choose(viewer: Viewer, form: unknown): Promise<void>;
  /** The server that mails go to; null: none does, and mails are off. */
  mailServer(): string | null;

  /** Has the daily job wait for the next morning. */
  start(): Promise<void>;
  /** Jobs. */
  sendNotice(job: { noticeId: string }): Promise<void>;
  sendDigest(job: { userId: string; day: string }): Promise<void>;
  tend(): Promise<void>;
};
