// Package budget is the controller's sheet: the costs of a year summed by one or more dimensions,
// with what is budgeted, forecast and spent, and what differs. A question is a Query, the answer a
// Table whose lines are a tree; each total is the sum of its parts, to the öre, and all ways to
// part the same costs come to the same. What of a row counts is economy.Count's to say, and how a
// row is parted among systems and units economy.Parting's.
package budget
