/** Under this name Google's programs lay a form of their own beside the HTML; google-notes.ts reads it. */
export const GOOGLE_SLICE = "application/x-vnd.google-docs-document-slice-clip+wrapped";
