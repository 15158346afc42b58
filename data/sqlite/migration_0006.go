package sqlite

const migration0006 = `
`
