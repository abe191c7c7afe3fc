// Added by `transformers serve` to each page it serves, and to no other: reloads the page when it is no longer what was loaded,
// and shows what stopped a rebuild. Without inline code or style, so that a strict Content-Security-Policy lets it run.
const script = document.currentScript;
const place = `transformers-scroll:${location.pathname}`;

const kept = sessionStorage.getItem(place);
if (kept !== null) {
  sessionStorage.removeItem(place);
  addEventListener("load", () => scrollTo(0, Number(kept)));
}

function reload() {
  sessionStorage.setItem(place, String(scrollY));
  location.reload();
}

let overlay = null;

function show(text) {
  overlay?.remove();
  overlay = null;
  if (text.length === 0) return;
  overlay = document.createElement("pre");
  overlay.id = "transformers-overlay";
  overlay.setAttribute("role", "alert");
  overlay.textContent = `The site could not be rebuilt; this is the last one that could.\n\n${text}`;
  Object.assign(overlay.style, {
    position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", margin: "0", padding: "1rem 1.25rem", maxHeight: "60vh", overflow: "auto",
    whiteSpace: "pre-wrap", font: "14px/1.5 ui-monospace, monospace", color: "#fff", background: "#8b1a1a", borderTop: "3px solid #ff8a80",
  });
  document.body.append(overlay);
}

const query = new URLSearchParams({ page: location.pathname, version: script.dataset.version });
const events = new EventSource(`/+live?${query}`);
events.addEventListener("reload", reload);
events.addEventListener("failure", (event) => show(JSON.parse(event.data)));
addEventListener("pagehide", () => events.close());
