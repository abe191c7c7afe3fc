// As little as a site of these notes can be: a page a note through one layout. The notes are Markdown and not run as templates.
const path = require("node:path");

module.exports = function (eleventyConfig) {
  eleventyConfig.addGlobalData("layout", "page.njk");
  eleventyConfig.setUseGitIgnore(false);
  return {
    markdownTemplateEngine: false,
    templateFormats: ["md"],
    dir: { input: process.env.VAULT, includes: path.relative(path.resolve(process.env.VAULT), __dirname) },
  };
};
