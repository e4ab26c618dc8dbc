import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "~/components/button";
import { original as words } from "~/words/original";

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

type Props = {
  /** 0 where the paper has none. */
  pages: number;
  page: number;
  zoom: number;
  onZoom: (zoom: number) => void;
  onPage: (page: number) => void;
  versionId: string;
};

/** Where one is in the paper, and how near. */
export function Tools({ pages, page, zoom, onZoom, onPage, versionId }: Props) {
  const smaller = ZOOMS.findLast((step) => step < zoom);
  const larger = ZOOMS.find((step) => step > zoom);
  return (
    <div className="original-tools">
      {pages > 0 && <PageField pages={pages} page={page} onPage={onPage} />}
      <div className="original-zoom">
        <Button
          type="button"
          kind="quiet"
          size="small"
          aria-label={words.zoomOut}
          title={words.zoomOut}
          disabled={smaller === undefined}
          onClick={() => smaller && onZoom(smaller)}
        >
          −
        </Button>
        <Button type="button" kind="quiet" size="small" title={words.fit} onClick={() => onZoom(1)}>
          <span className="visually-hidden">{words.fit}: </span>
          {words.percent(zoom)}
        </Button>
        <Button
          type="button"
          kind="quiet"
          size="small"
          aria-label={words.zoomIn}
          title={words.zoomIn}
          disabled={larger === undefined}
          onClick={() => larger && onZoom(larger)}
        >
          +
        </Button>
      </div>
      <a href={`/kilder/${versionId}/original`} download>
        {words.download}
      </a>
    </div>
  );
}

/** Shows the page in view; another number and Enter leads there. */
function PageField({ pages, page, onPage }: Pick<Props, "pages" | "page" | "onPage">) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = String(page);
  }, [page]);
  function go(event: FormEvent) {
    event.preventDefault();
    const wanted = Math.round(Number(field.current?.value));
    if (Number.isFinite(wanted)) onPage(Math.min(pages, Math.max(1, wanted)));
    field.current?.select();
  }
  return (
    <form className="original-page-field" onSubmit={go}>
      <label>
        {words.page} <input ref={field} type="text" inputMode="numeric" pattern="[0-9]*" defaultValue={page} size={3} />
      </label>{" "}
      {words.of(pages)}
    </form>
  );
}
