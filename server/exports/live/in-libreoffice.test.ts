import { expect, test } from "vitest";
import { asLibreOfficeReads } from "../../../tests/fidelity/libreoffice";
import { liveDocx } from "./docx";
import { LONE, SAMPLE } from "./sample";

test("[G11] [K9] LibreOffice, where there is one, finds every change with who and when, and every comment on its words", async () => {
  const read = await asLibreOfficeReads({ "live.docx": await liveDocx(SAMPLE) });
  if (!read) return;
  const text = read["live.docx"] ?? "";
  const changes = [...text.matchAll(/<text:changed-region.*?<\/text:changed-region>/gs)].map(([region]) => region);
  expect(changes.length).toBeGreaterThan(8);
  for (const kind of ["insertion", "deletion", "format-change"])
    expect(changes.some((region) => region.includes(`<text:${kind}>`))).toBe(true);
  for (const region of changes)
    expect([/<dc:creator>(.*?)</.exec(region)?.[1], /<dc:date>(.{16})/.exec(region)?.[1]]).toEqual([
      LONE,
      "2026-04-03T10:15",
    ]);
  const comments = [...text.matchAll(/<office:annotation .*?<\/office:annotation>/gs)].map(([comment]) => comment);
  expect(comments).toHaveLength(4);
  expect(comments.filter((comment) => comment.includes('resolved="true"'))).toHaveLength(1);
}, 120_000);
