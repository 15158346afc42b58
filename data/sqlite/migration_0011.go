package sqlite

const migration0011 = `
`
