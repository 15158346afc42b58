package sqlite

// The plans of systems, and the programme.
const migration0020 = ``
