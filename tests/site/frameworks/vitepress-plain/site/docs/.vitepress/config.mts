export default { title: 'Proef', srcExclude: [], ignoreDeadLinks: true }
