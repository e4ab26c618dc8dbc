/** Computed from review rows and the filing, never stored. */
export type ResponseStatus = "writing" | "in-review" | "approved" | "filed";

/** What a socket may do with a document. */
export type DocumentAccess = "write" | "read";
