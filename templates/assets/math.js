"use strict";

// Typesets formulas as MathML. What can't be typeset stays as its author wrote it.
{
  const macros = {};
  for (const formula of document.querySelectorAll("article .math")) {
    const source = formula.textContent;
    try {
      temml.render(source, formula, {
        displayMode: formula.classList.contains("display"),
        annotate: true, throwOnError: true, strict: false, trust: false, maxSize: [25, 500], maxExpand: 1000, macros,
      });
    } catch (problem) {
      formula.textContent = source;
      formula.title = problem.message;
    }
  }
}
