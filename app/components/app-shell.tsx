import { Form, Link, NavLink, useLocation, useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { shell } from "~/words/shell";
import type { Unread } from "../../server/notices/shapes";
import { Button } from "./button";
import { NoticesLink } from "./notices/notices-link";
import { Progress } from "./progress";

type ShellPerson = { id: string; name: string; title: string; municipality: string; isDemo: boolean };
export type ShellProps = {
  person: ShellPerson;
  unread: Unread;
  sees: { work: boolean; audit: boolean; administration: boolean; absence: boolean };
};

/** The frame of every signed-in page: skip link, top bar, main. */
export function AppShell({ person, unread, sees, children }: ShellProps & { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#indhold">
        {shell.skip}
      </a>
      <header className="bar">
        <div className="bar-inner">
          <Wordmark />
          <Navigation sees={sees} className="only-wide" />
          <NoticesLink unread={unread} />
          <PersonMenu person={person} sees={sees} />
          <Menu className="only-narrow" summary={shell.menu}>
            <PersonLines person={person} />
            <Navigation sees={sees} />
            <AbsenceLink sees={sees} />
            <SignOut person={person} />
          </Menu>
        </div>
      </header>
      <main id="indhold" tabIndex={-1}>
        {children}
      </main>
      <Progress />
    </>
  );
}

/** Two lines that meet: our paragraph and their clause. */
export function Wordmark() {
  return (
    <Link to="/" className="wordmark">
      <svg
        width="22"
        height="22"
        viewBox="0 0 22 22"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
      >
        <path d="M2 5h8c5 0 3 12 8 12h2" strokeLinecap="round" />
        <path d="M2 17h4M16 5h4M2 11h4M16 11h4" strokeLinecap="round" opacity="0.45" />
      </svg>
      {shell.product}
    </Link>
  );
}

function Navigation({ sees, className = "" }: Pick<ShellProps, "sees"> & { className?: string }) {
  return (
    <nav className={`nav ${className}`} aria-label={shell.navigation}>
      <NavLink to="/" end>
        {shell.desk}
      </NavLink>
      {sees.work && <HearingsLink />}
      {sees.work && <NavLink to="/kilder">{shell.sources}</NavLink>}
      {sees.work && <NavLink to="/soeg">{shell.search}</NavLink>}
      {sees.audit && <NavLink to="/revision">{shell.audit}</NavLink>}
      {sees.administration && <NavLink to="/administration">{shell.administration}</NavLink>}
    </nav>
  );
}

/** A response's pages have an address of their own and belong to its hearing all the same. */
function HearingsLink() {
  const { pathname } = useLocation();
  const isHere = pathname.startsWith("/hoeringer") || pathname.startsWith("/svar/");
  return (
    <Link to="/hoeringer" aria-current={isHere ? "page" : undefined}>
      {shell.hearings}
    </Link>
  );
}

function PersonMenu({ person, sees }: Pick<ShellProps, "person" | "sees">) {
  const summary = (
    <>
      {person.isDemo && (
        <span className="pill" data-tone="warn">
          {shell.demo}
        </span>
      )}
      <span className="initials" aria-hidden="true">
        {initials(person.name)}
      </span>
      <span className="visually-hidden">{shell.personMenu(person.name)}</span>
    </>
  );
  return (
    <Menu className="only-wide" summary={summary}>
      <PersonLines person={person} />
      <AbsenceLink sees={sees} />
      <SignOut person={person} />
    </Menu>
  );
}

/** Who approves for whom: for those who approve, and who keeps it for them. */
function AbsenceLink({ sees }: Pick<ShellProps, "sees">) {
  return sees.absence ? <Link to="/fravaer">{shell.absence}</Link> : null;
}

function PersonLines({ person }: { person: ShellPerson }) {
  return (
    <div>
      <p>
        <strong>{person.name}</strong>
      </p>
      <p className="soft small">{person.title}</p>
      <p className="soft small">{person.municipality}</p>
    </div>
  );
}

/** What lies on this machine alone goes with who signs out, so that is asked first. [E30] */
function SignOut({ person }: { person: ShellPerson }) {
  const submit = useSubmit();
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    // Without a line the question cannot be fetched, and nobody be signed out.
    const asking = await import("~/editor/offline/sign-out").catch(() => null);
    if (!asking || (await asking.maySignOut(person.id))) submit(form);
  };
  return (
    <Form method="post" action="/log-ud" onSubmit={(event) => void ask(event)}>
      <Button kind="quiet">{shell.signOut}</Button>
    </Form>
  );
}

/** Opens without a script; with one it also closes on Escape, and on a click elsewhere or on one of its links. */
function Menu({ className, summary, children }: { className: string; summary: ReactNode; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = menu.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        details.querySelector("summary")?.focus();
      } else if (event.target instanceof Node && details.contains(event.target)) {
        if (!(event.target instanceof Element && event.target.closest("a"))) return;
      }
      details.open = false;
    };
    document.addEventListener("click", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("click", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details className={`menu ${className}`} ref={menu}>
      <summary>{summary}</summary>
      <div className="menu-sheet">{children}</div>
    </details>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.[0] ?? ""}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
}
