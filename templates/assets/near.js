// Loads what a reader may ask for, when that happens: the preview of links, and the tree of the vault beside the text. Its attributes name the files.
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

  // The tree: when its link is clicked plainly, or at once where it was open on the page before.
  const all = document.querySelector(".nearby .all-pages");
  const open = (isAsked) => {
    all.removeEventListener("click", clicked);
    import(asset(files.tree)).then(({ start }) => start(all, { folder: files.treeFolder }, isAsked));
  };
  const clicked = (click) => {
    if (click.button || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    open(true);
  };
  const wasOpen = () => { try { return sessionStorage.getItem("tree") === "open"; } catch { return false; } };
  all?.addEventListener("click", clicked);
  if (all && wasOpen()) open(false);
}
