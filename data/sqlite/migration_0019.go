package sqlite

// What an insats is to lead to, its etapper, its risks and how it goes.
const migration0019 = ``
