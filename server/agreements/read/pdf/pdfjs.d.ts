// The smaller build of the same: what runs from the sources is transformed first, and that takes its time by the megabyte.
declare module "pdfjs-dist/legacy/build/pdf.min.mjs" {
  export * from "pdfjs-dist/legacy/build/pdf.mjs";
}
