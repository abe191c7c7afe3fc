// Loads the preview of links when the reader first points at one. Its attributes name the files.
"use strict";
{
  const files = document.currentScript.dataset;
  const asset = (name) => new URL(name, document.baseURI).href;
  const types = ["pointerover", "pointerdown", "focusin"];
  const begin = (event) => {
    if (!event.target.closest?.("a.internal") || (event.pointerType === "touch" && event.type === "pointerover")) return;
    for (const type of types) removeEventListener(type, begin, true);
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = asset(files.previewStyle);
    document.head.append(sheet);

    // A finger that was lifted while the script loaded wanted no preview.
    let lifted = false;
    for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => { lifted = true; }, { once: true });
    import(asset(files.preview)).then(({ start }) => start({ label: files.previewLabel }, lifted ? null : event));
  };
  for (const type of types) addEventListener(type, begin, { capture: true, passive: true });
}
