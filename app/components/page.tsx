import { Link, NavLink } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { shell } from "~/words/shell";

type Crumb = { to: string; text: string };

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={shell.breadcrumbs}>
      <ol className="breadcrumbs">
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.text}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type Header = { title: string; lead?: string; meta?: ReactNode; crumbs?: readonly Crumb[]; children?: ReactNode };

/** The page's h1 with the way to it, what it is about, and (children) what may be done. */
export function PageHeader({ title, lead, meta, crumbs, children }: Header) {
  return (
    <header className="page-header">
      <div>
        {crumbs && <Breadcrumbs crumbs={crumbs} />}
        <h1>{title}</h1>
        {lead && <p className="page-header-lead">{lead}</p>}
        {meta && <div className="page-header-meta">{meta}</div>}
      </div>
      {children && <div className="row">{children}</div>}
    </header>
  );
}

/** `holds`: the pages below it are its own. `to` null: not yet; `why` says what has to happen first. */
export type Tab = { text: string; holds?: true } & ({ to: string } | { to: null; why: string });

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the row scrolls; only the row, never the page.
    const tab = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (!row.current || !tab) return;
    const end = tab.offsetLeft - row.current.offsetLeft + tab.offsetWidth;
    if (end > row.current.clientWidth) row.current.scrollLeft = end - row.current.clientWidth;
  });
  return (
    <nav className="tabs" aria-label={label} ref={row}>
      {tabs.map((tab) =>
        tab.to === null ? (
          <span key={tab.text} title={tab.why}>
            {tab.text}
            <span className="visually-hidden"> ({tab.why})</span>
          </span>
        ) : (
          // Never fetched ahead: what cannot be fetched makes Remix reload the page, and with it an unsaved text.
          <NavLink key={tab.text} to={tab.to} end={!tab.holds}>
            {tab.text}
          </NavLink>
        ),
      )}
    </nav>
  );
}

/** The main part of a page that is not in the editor. "wide" uses the whole window. */
export function Page({ width, children }: { width?: "wide"; children: ReactNode }) {
  return (
    <div className="page" data-width={width}>
      {children}
    </div>
  );
}

export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

type NoticeProps = { tone?: "accent" | "warn" | "bad" | "good"; title?: string; children: ReactNode };

export function Notice({ tone = "accent", title, children }: NoticeProps) {
  return (
    <section className="notice" data-tone={tone} aria-label={title}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
