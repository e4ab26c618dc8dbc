import { LIVE_SCHEMA } from "../../../app/document-model/document";

/** A client id as a page asks for it, and what the socket's address then says. */
export async function claim(url: string, documentId: string, cookie: string) {
  const answer = await fetch(`${url}/sync/${documentId}/client`, {
    method: "POST",
    headers: { cookie, origin: url, "content-type": "application/json" },
    body: JSON.stringify({ schemaVersion: LIVE_SCHEMA }),
  });
  if (answer.status !== 201) throw new Error(`Expected a client id; got ${answer.status} ${await answer.text()}.`);
  const { clientID, nonce, epoch } = (await answer.json()) as { clientID: number; nonce: string; epoch: number };
  return { clientId: clientID, query: `?epoch=${epoch}&client=${clientID}&nonce=${nonce}&schema=${LIVE_SCHEMA}` };
}
