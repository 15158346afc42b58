// Package field is the field catalogue: the one place where a field of a
// system, an insats, a person … is declared. A declaration is one line,
//
//	var DataLocation = field.NewText(Kind, "data_location", "Var data lagras", field.In(Technical))
//
// and from it come the table's columns and filters, the form, the matching of
// Excel headings, the exported sheets, the JSON document, the journal's
// differences, the completeness and the reports' columns. The variable itself
// is the typed access: DataLocation.Get(r) is a string.
//
// A Kind is a sort of thing and owns its fields. A Record is one thing of a
// kind; it is immutable, so that any goroutine may read it. Records change
// only through a Change, which the write path in package app carries out.
package field
