// Package block is what a spreadsheet does with a block of cells, done to records: a
// block that was copied elsewhere is laid into a list, the first of some cells are
// filled into the others, cells are emptied, and cells are copied. Nothing is written
// here: what would happen is a Plan, with every cell before and after, and why those
// that can't be are left as they are.
package block
