/** The walls of the house (docs/decisions, ARCHITECTURE 11). Each rule says what to do instead. */

/** The tower, top to bottom: a module imports from rows below its own. */
const TOWER = [
  ["api", "calendar"],
  ["exports", "outcomes"],
  ["reviews"],
  ["comments", "history", "sign-offs", "suggestions"],
  ["attachments", "goals", "responses", "visits"],
  ["initiatives"],
  ["consultations", "links", "search"],
  ["carry-over"],
  ["standing"],
  ["agreements", "projections", "sync"],
  ["document-store", "identity", "kle"],
  ["notices", "webhooks"],
  ["jobs", "audit"],
];

/** What may cross any wall: shapes of doors, who is looking, and the pure answers to who may do what. */
const SHAPES = ["^server/[^/]+/shapes\\.ts$", "^server/identity/viewer\\.ts$", "^server/standing/rules\\.ts$"];
const TEST = "\\.test\\.tsx?$";
/** Stand above everything: they compose the house or fill it. */
const ABOVE = ["^server/(index|services|http|seed|development)\\.ts$", "^server/demo/"];

const importsPointDown = TOWER.flatMap((row, height) => {
  const above = TOWER.slice(0, height + 1).flat();
  return row.map((name) => ({
    name: `imports-point-down: ${name}`,
    comment: "Ask from above (whoever calls both passes the answer down), or enqueue a job in your transaction.",
    severity: "error",
    from: { path: `^server/${name}/`, pathNot: [TEST] },
    to: { path: `^server/(${above.filter((other) => other !== name).join("|") || "nothing"})/`, pathNot: SHAPES },
  }));
});

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Move what both need below both of them.",
      severity: "error",
      from: {},
      // Types too: a circle of types is gone when the program runs, but not for the reader.
      to: { circular: true },
    },
    {
      name: "app-is-handed-the-server",
      comment:
        "Vite would bundle a second copy of it. Take it from the load context (`context.services`); import types.",
      severity: "error",
      from: { path: "^app/", pathNot: [TEST] },
      to: { path: "^(server|db)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "document-model-is-ground",
      comment: "Both sides stand on it. Hand in what it needs, or put what needs more into app/editor or server/.",
      severity: "error",
      from: { path: "^app/document-model/", pathNot: [TEST] },
      to: {
        path: [
          "^(server|db|tests)/",
          "^app/(?!document-model/)",
          "node_modules/(@remix-run|react|react-dom|drizzle-orm|postgres|@tiptap/react)/",
        ],
      },
    },
    {
      name: "server-knows-no-screen",
      comment:
        "Give the route a shape or a code; words and components are the screen's. app/document-model/ is ground.",
      severity: "error",
      from: { path: "^(server|db)/", pathNot: [TEST] },
      to: { path: "^app/(?!document-model/)" },
    },
    {
      name: "server-needs-no-react",
      comment: "What draws belongs in app/.",
      severity: "error",
      from: { path: "^(server|db)/" },
      to: { path: "node_modules/(react|react-dom|@remix-run/react|@tiptap/react)/" },
    },
    {
      name: "db-looks-at-nobody",
      comment: "Take it as an argument (see `after` of migrate), or do it in the module that owns the table.",
      severity: "error",
      from: { path: "^db/", pathNot: [TEST] },
      to: { path: "^(server|app|tests)/" },
    },
    {
      name: "a-module-is-entered-by-its-door",
      comment:
        "Import the module's index.ts (its commands) or shapes.ts (its types), or have the door show what you need.",
      severity: "error",
      from: { path: "^server/([^/]+)/", pathNot: [TEST, ...ABOVE] },
      to: { path: "^server/[^/]+/.+", pathNot: ["^server/$1/", "^server/[^/]+/index\\.ts$", ...SHAPES] },
    },
    {
      name: "the-composition-enters-by-the-door",
      comment:
        "services.ts makes modules by their doors; whoever needs an inner part has found something the door lacks.",
      severity: "error",
      from: { path: ["^server/[^/]+\\.ts$"], pathNot: [TEST, "^server/seed\\.ts$"] },
      to: { path: "^server/[^/]+/.+", pathNot: ["^server/[^/]+/index\\.ts$", "^server/demo/", ...SHAPES] },
    },
    ...importsPointDown,
    {
      name: "nobody-looks-up-at-the-composition",
      comment: "Take what you need as an argument of your factory (`createX({ db, clock })`).",
      severity: "error",
      from: { path: "^server/", pathNot: [TEST, ...ABOVE] },
      to: { path: ABOVE },
    },
    {
      name: "rules-are-pure",
      comment:
        "Values in, a decision out: fetch in queries.ts or the command and hand the values in. Types may come from anywhere.",
      severity: "error",
      from: { path: "(^|/)rules\\.ts$" },
      to: {
        dependencyTypesNot: ["type-only"],
        path: [
          "^db/(?!ids\\.ts$)",
          "^server/(index|services|http|seed|env|log)\\.ts$",
          "^server/.+/(index|queries)\\.ts$",
          "node_modules/(drizzle-orm|postgres|pino|hono|ws|graphile-worker|rate-limiter-flexible)/",
          "^(node:)?(fs|net|http|https|child_process|dns|os|worker_threads|timers)(/|$)",
        ],
      },
    },
    {
      name: "sync-knows-no-consultation",
      comment:
        "Sockets ask the function they were handed (`access`) who may read and write; hearings stay unknown to them.",
      severity: "error",
      from: { path: "^server/(sync|document-store)/", pathNot: [TEST] },
      to: { path: "^server/(consultations|responses|reviews|links|exports|agreements)/" },
    },
    {
      name: "tests-are-not-shipped",
      comment: "Move what the product needs out of tests/.",
      severity: "error",
      from: { path: "^(app|server|db)/", pathNot: [TEST] },
      to: { path: ["^tests/", TEST] },
    },
    {
      name: "packages-are-listed",
      comment: "Add it to package.json: what only comes along with another package can leave with it.",
      severity: "error",
      from: { path: "^(app|server|db|tests)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown", "undetermined"], pathNot: ["^~/", "^virtual:"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(build|data|test-results)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
