// Package identify tells which record each row of a sheet is about, if any, and
// which ones the texts in its cells name: persons, units and others, by
// reference, address, path or name. Who and what a file names that the portfolio
// lacks, and may be made for it, is made in the draft. What it can't tell it asks.
package identify
