import { z } from "zod";
import { oneOrMany } from "../forms";

export const MunicipalityForm = z.object({ municipalityId: z.string("missing").min(1, "missing") });

export const AcceptForm = z.object({ centerId: oneOrMany });

export const DeclineForm = z.object({ reason: z.string("missing").trim().min(1, "missing").max(1000, "too-long") });
