package sqlite

// Forums, and their meetings.
const migration0017 = ``
