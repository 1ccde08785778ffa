export default { permalink: "/n{{ page.filePathStem }}/" }
