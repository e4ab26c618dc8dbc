import type { Clock } from "../../../clock";
import type { AdapterName } from "../../shapes";
import { createGetOrganized } from "../getorganized";
import { createNova } from "../nova";
import type { CaseSystem } from "../port";
import { createSbsys } from "../sbsys";
import { createSftp } from "../sftp";
import { createWebdav } from "../webdav";
import { SETTINGS } from "./settings";

type Setup = {
  settings: unknown;
  secret: string;
  clock: Clock;
  /** Whose it is: some systems are told who sends. */
  cvr: string;
};

type Reached = Exclude<AdapterName, "folder">;

const OPENERS: Record<Reached, (setup: Setup) => CaseSystem> = {
  webdav: ({ settings, secret, clock }) => createWebdav({ ...SETTINGS.webdav.parse(settings), secret }, { clock }),
  sftp: ({ settings, secret, clock, cvr }) => createSftp({ ...SETTINGS.sftp.parse(settings), secret }, { clock, cvr }),
  sbsys: ({ settings, secret, clock }) => createSbsys({ ...SETTINGS.sbsys.parse(settings), secret }, { clock }),
  getorganized: ({ settings, secret }) => createGetOrganized({ ...SETTINGS.getorganized.parse(settings), secret }),
  nova: ({ settings, secret, clock }) => createNova({ ...SETTINGS.nova.parse(settings), secret }, { clock }),
};

/** An adapter over what a municipality has set up. */
export function openWith(adapter: Reached, setup: Setup): CaseSystem {
  return OPENERS[adapter](setup);
}
