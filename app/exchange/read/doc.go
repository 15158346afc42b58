// Package read makes sense of a sheet as such: which sheets may hold a table,
// where its headings lie, what a heading says, which rows only arrange the
// table, what the cells of a column are like and which value one is. It knows
// how cells are written, and neither which field a column is nor any record.
package read
