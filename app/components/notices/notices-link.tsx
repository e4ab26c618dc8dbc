import { NavLink } from "@remix-run/react";
import { shell as words } from "~/words/shell";
import type { Unread } from "../../../server/notices/shapes";
import { useUnread } from "./use-unread";
import "./notices.css";

const MOST = 99;

/** In the head of every page: how much is new, and the way there. */
export function NoticesLink({ unread }: { unread: Unread }) {
  const count = useUnread(unread);
  return (
    <NavLink to="/beskeder" className="notices-link" aria-label={words.notices(count)}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor">
        <path
          d="M10 2.5c-3 0-5 2.2-5 5v3.2L3.5 14h13L15 10.7V7.5c0-2.8-2-5-5-5Z"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
        <path d="M8 16.2a2.1 2.1 0 0 0 4 0" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      {count > 0 && (
        <span className="notices-count numeric" aria-hidden="true">
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </NavLink>
  );
}
