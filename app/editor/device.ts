/** The device says that its network is gone or back, or the person looks at the page again. Nothing where there is no browser. */
export function listenToDevice(noticed: (sign: "offline" | "online" | "seen") => void): () => void {
  if (typeof window === "undefined") return () => {};
  const offline = () => noticed("offline");
  const online = () => noticed("online");
  const seen = () => {
    if (document.visibilityState === "visible") noticed("seen");
  };
  window.addEventListener("offline", offline);
  window.addEventListener("online", online);
  document.addEventListener("visibilitychange", seen);
  return () => {
    window.removeEventListener("offline", offline);
    window.removeEventListener("online", online);
    document.removeEventListener("visibilitychange", seen);
  };
}
