package sqlite

const migration0009 = `
`
