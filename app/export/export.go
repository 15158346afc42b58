// Package export turns a portfolio into sheets and into a JSON document. It
// writes no files: adapters do that.
package export

import (
	"io"

	"itportfoljen/app/field"
	"itportfoljen/app/sheet"
)

// What says what a workbook is to hold.
type What string

// What a workbook may hold.
const (
	All      What = "all"      // everything, with a Läs mig and a budget sheet
	Systems  What = "systems"  // the systemportfölj
	Plan     What = "plan"     // the IT-verksamhetsplan
	Persons  What = "persons"
	Units    What = "units"
	Costs    What = "costs"
	Frames   What = "frames"
	Budget   What = "budget"   // sums per unit, and every cost row as a long table
	Template What = "template" // empty sheets to fill in
)

// Options narrow what is exported; the zero value is the whole portfolio.
type Options struct {
	What    What
	Unit    field.ID                       // only this unit and those under it
	Columns map[*field.Kind][]field.Column // instead of all columns of the kind
	Records []field.ID                     // only these records
	Years   []int                          // of yearly columns; empty: those around the plan year with data
	Public  bool                           // leaves out sensitive fields
}

// Book is the portfolio as a workbook that can be edited and read back.
func Book(w field.World, o Options) sheet.OutBook { return sheet.OutBook{} }

// TemplateBook is an empty workbook of one kind with help in it.
func TemplateBook(w field.World, k *field.Kind) sheet.OutBook { return sheet.OutBook{} }

// Table is one plain sheet of records with the columns chosen; no columns
// means all that can be exported.
func Table(w field.World, k *field.Kind, columns []field.Column, records []*field.Record) sheet.Out {
	return sheet.Out{}
}

// JSON writes the whole portfolio as the document that docs/json.md describes.
func JSON(w field.World, out io.Writer) error { return nil }

// Object is a record as an object of the JSON document; no columns means all.
func Object(w field.World, r *field.Record, columns []field.Column) *Ordered { return &Ordered{} }

// Ordered is a JSON object that keeps the order of its keys.
type Ordered struct{}
