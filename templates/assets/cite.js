// A button that copies the citation. Its words come from the script element's attributes in cite.html.
"use strict";
{
  const script = document.currentScript;
  const text = document.querySelector(".cite pre");
  if (text && navigator.clipboard) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = script.dataset.copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = script.dataset.copied;
      setTimeout(() => { button.textContent = script.dataset.copy; }, 2000);
    });
    const item = document.createElement("li");
    item.append(button);
    document.querySelector(".cite .formats")?.prepend(item);
  }
}
