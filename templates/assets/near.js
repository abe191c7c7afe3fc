// Loads the preview of links when the reader first points at one. Its attributes name the files.
"use strict";
{
  const files = document.currentScript.dataset;
  const asset = (name) => new URL(name, document.baseURI).href;
  const types = ["pointerover", "pointerdown", "focusin", "pointerup", "pointercancel"];
  let last = null;
  let isLoading = false;

  // While the script loads the reader may go on: to another link, away, or lift the finger. What came last counts.
  const note = (event) => {
    const isTouch = event.pointerType === "touch";
    if (isTouch && event.type === "pointerover") return;
    if (!isTouch && (event.type === "pointerup" || event.type === "pointercancel")) return;
    last = event.target.closest?.("a.internal") && event.type !== "pointerup" && event.type !== "pointercancel" ? event : null;
    if (last && !isLoading) load();
  };

  const load = () => {
    isLoading = true;
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = asset(files.previewStyle);
    document.head.append(sheet);
    import(asset(files.preview)).then(({ start }) => {
      for (const type of types) removeEventListener(type, note, true);
      start({ label: files.previewLabel }, last);
    });
  };

  for (const type of types) addEventListener(type, note, { capture: true, passive: true });
}
