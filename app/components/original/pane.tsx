import { useState } from "react";
import { Button, ButtonLink } from "~/components/button";
import { Hash } from "~/components/hash";
import { original as words } from "~/words/original";
import type { Paper } from "./paper/paper";
import { type PaperState, usePaper } from "./paper/use-paper";
import { type Marked, usePassage } from "./passage/use-passage";
import { PdfView } from "./pdf/pdf-view";
import type { Jump, OriginalOf } from "./shapes";
import { TextView } from "./text/text-view";
import { Tools } from "./tools";

/** The paper's name, its tools, and the paper. */
export function Pane({
  version,
  clauses,
  chosen,
  isShown,
  onClose,
}: OriginalOf & { isShown: boolean; onClose: () => void }) {
  const { state, again } = usePaper(`/kilder/${version.id}/original`, version.fileName, isShown);
  const paper = state.is === "open" ? state.paper : null;
  const marked = usePassage(isShown ? paper : null, clauses, chosen);
  return (
    <>
      <header className="original-head">
        <div className="original-name">
          <h2>{version.fileName}</h2>
          <span className="soft small">
            SHA-256 <Hash sha256={version.sha256} />
          </span>
        </div>
        <Button type="button" kind="bare" size="small" onClick={onClose} aria-label={words.close}>
          ✕
        </Button>
      </header>
      {state.is === "open" ? (
        <Open paper={state.paper} marked={marked} versionId={version.id} />
      ) : (
        <NotOpen state={state} again={again} versionId={version.id} />
      )}
    </>
  );
}

function Open({ paper, marked, versionId }: { paper: Paper; marked: Marked; versionId: string }) {
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const [jump, setJump] = useState<Jump | null>(null);
  return (
    <>
      <Tools
        pages={paper.kind === "pdf" ? paper.pages : 0}
        page={page}
        zoom={zoom}
        onZoom={setZoom}
        onPage={(to) => setJump({ page: to })}
        versionId={versionId}
      />
      <p className="original-status" role="status" data-state={marked.is}>
        {statusOf(paper, marked)}
      </p>
      {paper.kind === "pdf" ? (
        <PdfView paper={paper} marked={marked} zoom={zoom} jump={jump} onPage={setPage} />
      ) : (
        <TextView paper={paper} marked={marked} zoom={zoom} />
      )}
    </>
  );
}

function statusOf(paper: Paper, marked: Marked): string {
  if (marked.is === "none") return "";
  if (marked.is === "seeking") return words.seeking;
  if (marked.is === "missing")
    return marked.page && paper.kind === "pdf" ? words.notFoundOn(marked.page) : words.notFound;
  const pages = marked.passage.places.map(({ page }) => page);
  const where = paper.kind === "pdf" ? words.found(pages) : words.foundInText;
  return marked.passage.share < 0.9 ? `${where}; ${words.foundPartly}.` : `${where}.`;
}

type NotOpenProps = { state: Exclude<PaperState, { is: "open" }>; again: () => void; versionId: string };

function NotOpen({ state, again, versionId }: NotOpenProps) {
  const isFailed = state.is === "failed";
  return (
    <div className="original-state" role={isFailed ? "alert" : "status"}>
      {state.is === "opening" && <p>{words.opening}</p>}
      {state.is === "fetching" && (
        <>
          <p>{words.fetching(state.done, state.of)}</p>
          <progress
            aria-label={words.fetchingLabel}
            value={state.of ? state.done : undefined}
            max={state.of ?? undefined}
          />
        </>
      )}
      {isFailed && (
        <>
          <p>{words.failed[state.why]}</p>
          <p className="row">
            {state.why === "not-fetched" && (
              <Button type="button" kind="quiet" onClick={again}>
                {words.again}
              </Button>
            )}
            {state.why === "signed-out" && (
              <ButtonLink kind="quiet" to="/log-ind">
                {words.signIn}
              </ButtonLink>
            )}
            {state.why === "not-shown" && (
              <a href={`/kilder/${versionId}/original`} download>
                {words.download}
              </a>
            )}
          </p>
        </>
      )}
    </div>
  );
}
