import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { errors } from "~/words/shell";

/** What stands where a page could not be shown: 404, 403, or a fault, in plain words and with a way on. */
export function Broken({ status }: { status: number }) {
  const words = wordsFor(status);
  return (
    <div className="page">
      <div className="stack prose">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        {/* A whole reload: after a fault the page's own state is not to be trusted. */}
        <a href="/" className="button" data-kind="quiet">
          {errors.home}
        </a>
      </div>
    </div>
  );
}

/** For a route's ErrorBoundary. */
export function BrokenRoute() {
  const error = useRouteError();
  return <Broken status={isRouteErrorResponse(error) ? error.status : 500} />;
}

function wordsFor(status: number): { title: string; text: string } {
  if (status === 403) return errors.forbidden;
  return status === 404 || status === 405 ? errors.notFound : errors.fault;
}
