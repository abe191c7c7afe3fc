"use strict";

// Sets what the allow-list left of the styles in a note: the page's policy refuses them in markup.
for (const element of document.querySelectorAll("[data-style]")) {
  for (const declaration of element.dataset.style.split(";")) {
    const [name, value] = declaration.split(":");
    element.style.setProperty(name, value);
  }

  // On the page's own ground a colour is as dark or as light as that wants, and keeps its hue: 4.5 to 1 at least on --tint (WCAG 2.2, 1.4.3), whatever the hue.
  const { color } = element.style;
  if (color && !element.closest("[style*=background]")) element.style.color = `light-dark(oklch(from ${color} min(l, .48) min(c, .2) h), oklch(from ${color} max(l, .7) min(c, .2) h))`;

  // Text on a ground of its own is as dark or as light as that wants, whatever the colours of the page.
  if (!element.style.backgroundColor || color) continue;
  const [red, green, blue, alpha = 1] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
  if (alpha > .5) element.style.color = .3 * red + .59 * green + .11 * blue > 140 ? "#111" : "#fff";
}
