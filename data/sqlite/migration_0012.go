package sqlite

const migration0012 = `
`
