import type { Role } from "../../server/identity/viewer";

/** The Danish word for each value of the domain's unions; the types see to it that none is forgotten. */
export const roleNames: Record<Role, string> = {
  contributor: "Bidragyder",
  coordinator: "Tovholder",
  manager: "Leder",
  "case-officer": "Journalfører",
  reader: "Læser",
  auditor: "Revisor",
  administrator: "Administrator",
};

export const centerKinds: Record<"center" | "council", string> = { center: "Center", council: "Råd" };
