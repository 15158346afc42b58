package sqlite

const migration0010 = `
`
