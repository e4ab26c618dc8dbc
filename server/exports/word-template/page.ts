import { Refusal } from "../../errors";
import { hasRole, type Viewer } from "../../identity/viewer";
import type { ExportDeps } from "../deps";
import { FIELDS } from "./fields";
import { templateOf } from "./queries";
import type { WordTemplatePage } from "./shapes";

/** The municipality's own Word template, for administrators. */
export async function templatePage({ db }: Pick<ExportDeps, "db">, viewer: Viewer): Promise<WordTemplatePage> {
  onlyAdministrators(viewer);
  const found = await templateOf(db, viewer.municipality.id);
  if (!found) return { template: null, fields: FIELDS };
  const { fileName, bytes, uploadedAt, references } = found.template;
  return {
    template: { fileName, bytes: bytes.length, uploadedBy: found.uploadedBy, uploadedAt, references },
    fields: FIELDS,
  };
}

export function onlyAdministrators(viewer: Viewer): void {
  if (!hasRole(viewer, "administrator")) throw new Refusal("forbidden", "administrators-only");
}
