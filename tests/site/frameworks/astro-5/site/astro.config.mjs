import mdx from '@astrojs/mdx'

export default { integrations: [mdx()], build: { format: 'file' }, trailingSlash: 'never' }
