"use strict";

// Sets what the allow-list left of the styles in a note: the page's policy refuses them in markup.
for (const element of document.querySelectorAll("[data-style]")) {
  for (const declaration of element.dataset.style.split(";")) {
    const [name, value] = declaration.split(":");
    element.style.setProperty(name, value);
  }

  // Text on a ground of its own is as dark or as light as that wants, whatever the colours of the page.
  if (!element.style.backgroundColor || element.style.color) continue;
  const [red, green, blue, alpha = 1] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
  if (alpha > .5) element.style.color = .3 * red + .59 * green + .11 * blue > 140 ? "#111" : "#fff";
}
