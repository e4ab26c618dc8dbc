import type { MunicipalityId } from "../../../../db/ids";
import type { AdapterName } from "../../shapes";
import type { CaseSystem } from "../port";

/** Which case system a municipality files to, and the way in to it. */
export type CaseSystems = {
  /** The folder until something else is chosen. */
  chosen(municipalityId: MunicipalityId): Promise<AdapterName>;
  /** As the municipality has set it up now; one that never was set up is an error of the port. */
  open(municipalityId: MunicipalityId, adapter: AdapterName): Promise<CaseSystem>;
};
