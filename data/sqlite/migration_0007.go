package sqlite

const migration0007 = `
`
