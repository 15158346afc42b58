package sqlite

const migration0008 = `
`
