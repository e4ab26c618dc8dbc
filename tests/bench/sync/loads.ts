/** What is typed: so many rooms with so many sockets each, every one of them a writer. */
export type Load = { title: string; rooms: number; socketsPerRoom: number; updatesPerSecond: number };

export const LOADS = {
  a: { title: "(a) 20 rooms × 10 sockets × 4 updates/s", rooms: 20, socketsPerRoom: 10, updatesPerSecond: 4 },
  b: { title: "(b) 1 room × 50 sockets × 4 updates/s", rooms: 1, socketsPerRoom: 50, updatesPerSecond: 4 },
  c: { title: "(c) 250 rooms, 1,000 sockets × 1 update/s", rooms: 250, socketsPerRoom: 4, updatesPerSecond: 1 },
  hundred: { title: "one document, 100 editors × 4 updates/s", rooms: 1, socketsPerRoom: 100, updatesPerSecond: 4 },
} as const satisfies Record<string, Load>;

export type LoadName = keyof typeof LOADS;
