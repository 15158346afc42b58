package sqlite

// Who decides of an insats, and what its class is.
const migration0018 = ``
