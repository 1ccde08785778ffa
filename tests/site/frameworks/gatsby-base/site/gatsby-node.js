const path = require("path");

exports.createPages = async ({ graphql, actions }) => {
  const { data } = await graphql(`{ allMdx { nodes { frontmatter { slug } internal { contentFilePath } } } }`);
  const template = path.resolve("src/sjablonen/bericht.js");
  for (const node of data.allMdx.nodes.filter((one) => one.frontmatter.slug)) {
    actions.createPage({
      path: `/blog/${node.frontmatter.slug}`,
      component: `${template}?__contentFilePath=${node.internal.contentFilePath}`,
      context: {},
    });
  }
  actions.createPage({ path: "/vast", component: path.resolve("src/sjablonen/vast.js") });
  for (const afdeling of ["gras", "bomen"]) {
    actions.createPage({ path: `/afdeling/${afdeling}`, component: path.resolve("src/sjablonen/vast.js") });
  }
  actions.createRedirect({ fromPath: "/oud", toPath: "/over", redirectInBrowser: true });
};
