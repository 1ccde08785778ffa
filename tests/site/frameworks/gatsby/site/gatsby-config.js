module.exports = {
  plugins: [
    { resolve: "gatsby-source-filesystem", options: { name: "pages", path: `${__dirname}/src/pages` } },
    { resolve: "gatsby-plugin-mdx", options: { gatsbyRemarkPlugins: ["gatsby-remark-autolink-headers"] } },
  ],
};
