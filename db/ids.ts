/** Every id of a row, branded once where it enters. [D1] */
type Brand<T, Name extends string> = T & { readonly __brand: Name };

export type MunicipalityId = Brand<string, "MunicipalityId">;
export type CenterId = Brand<string, "CenterId">;
export type UserId = Brand<string, "UserId">;
export type SourceId = Brand<string, "SourceId">;
export type SourceVersionId = Brand<string, "SourceVersionId">;
export type ClauseId = Brand<string, "ClauseId">;
export type CarryOverId = Brand<string, "CarryOverId">;
export type ConsultationId = Brand<string, "ConsultationId">;
export type LetterId = Brand<string, "LetterId">;
export type InitiativeId = Brand<string, "InitiativeId">;
export type IndicatorId = Brand<string, "IndicatorId">;
export type ResponseId = Brand<string, "ResponseId">;
export type AttachmentId = Brand<string, "AttachmentId">;
export type DocumentId = Brand<string, "DocumentId">;
export type VersionId = Brand<string, "VersionId">;
export type ReviewId = Brand<string, "ReviewId">;
export type FilingId = Brand<string, "FilingId">;
export type ThreadId = Brand<string, "ThreadId">;
export type CommentId = Brand<string, "CommentId">;
export type SuggestionId = Brand<string, "SuggestionId">;
export type SignOffId = Brand<string, "SignOffId">;
export type DelegationId = Brand<string, "DelegationId">;
export type OverviewId = Brand<string, "OverviewId">;
export type OverviewRowId = Brand<string, "OverviewRowId">;
export type NoticeId = Brand<string, "NoticeId">;
export type ApiTokenId = Brand<string, "ApiTokenId">;
export type WebhookId = Brand<string, "WebhookId">;
export type WebhookDeliveryId = Brand<string, "WebhookDeliveryId">;
export type PlanStepId = Brand<string, "PlanStepId">;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A fresh random id (UUID v4). The caller's type argument gives the brand. */
export function newId<Id extends string = string>(): Id {
  return crypto.randomUUID() as string as Id;
}

/** Whether a text from outside (a path, a form) could be an id at all; PostgreSQL throws on anything else. */
export function isId<Id extends string>(text: unknown): text is Id {
  return typeof text === "string" && UUID.test(text);
}
