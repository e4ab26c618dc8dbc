/**
 * Whether a request that changes something comes from our own pages. SameSite=Lax keeps foreign sites' cookies away;
 * this refuses the rest: Sec-Fetch-Site must say same-origin, or, from a browser that does not send it, Origin must be
 * our own host. [D7]
 */
export function isOwnRequest(request: { method: string; headers: Headers }, publicUrl?: string): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return true;
  return isOwnOrigin(request.headers, publicUrl);
}

/** The same for a WebSocket upgrade, which is a GET but opens a way to write. A proxy may have changed Host: see PUBLIC_URL. */
export function isOwnOrigin(headers: { get(name: string): string | null }, publicUrl?: string): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site && site !== "same-origin") return false;
  if (!origin) return site === "same-origin";
  if (publicUrl && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}

/** No script, style, frame or connection but our own. React writes style attributes, hence `style-src-attr`. */
export function securityHeaders(nonce: string, request: Request): [string, string][] {
  const host = new URL(request.url).host;
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ws://${host} wss://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ];
  return [
    ["Content-Security-Policy", policy.join("; ")],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=()"],
    ["Cache-Control", "no-store"],
  ];
}

/**
 * Of a file with a hash in its name. A worker has the policy it came with, not its page's: the one that reads PDFs may
 * fetch, import and evaluate nothing. [S30]
 */
export const ASSET_HEADERS: readonly [string, string][] = [
  ["Content-Security-Policy", "default-src 'none'"],
  ["X-Content-Type-Options", "nosniff"],
];
