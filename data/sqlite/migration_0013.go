package sqlite

const migration0013 = `
`
