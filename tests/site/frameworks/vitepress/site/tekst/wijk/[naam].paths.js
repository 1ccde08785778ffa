export default { paths: () => [{ params: { naam: 'oost' } }, { params: { naam: 'west' } }] }
