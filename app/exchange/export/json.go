package export

import (
	"bufio"
	"encoding/hex"
	"io"
	"strconv"

	"itportfoljen/app/exchange/jsonform"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

// JSON writes the whole portfolio as the document that docs/json.md describes.
func JSON(w field.World, out io.Writer) error {
	b := bufio.NewWriterSize(out, 1<<16)
	set := settings.In(w)
	head := &Ordered{}
	head.Add("format", jsonform.Name)
	head.Add("version", int64(jsonform.Version))
	head.Add("municipality", orNil(settings.Name.Get(set)))
	head.Add("date", w.Today().String())
	head.Add("plan_year", int64(w.PlanYear()))
	if m := markOf(w); m.Portfolio != "" {
		of := &Ordered{}
		of.Add("id", m.Portfolio)
		of.Add("entry", m.Entry)
		of.Add("chain", hex.EncodeToString(m.Chain[:]))
		head.Add("portfolio", of)
	}
	text, err := head.MarshalJSON()
	if err != nil {
		return err
	}
	b.Write(text[:len(text)-1]) // a bufio.Writer keeps its first error for Flush
	names := remember(w)
	for _, k := range tabs(w) {
		b.WriteString(",\n\"" + k.Plural + "\":[")
		for i, r := range w.All(k) {
			text, err := whole(names, r).MarshalJSON()
			if err != nil {
				return err
			}
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
			b.Write(text)
		}
		b.WriteString("\n]")
	}
	b.WriteString("}\n")
	return b.Flush()
}

// whole is a record in the document: all but the yearly amounts, which are
// among the costs.
func whole(w field.World, r *field.Record) *Ordered {
	return object(w, r, w.Fields(r.Kind), nil, true)
}

// Object is a record as an object of the JSON document. Nil columns mean all,
// with the yearly amounts of the plan year and with the history of the roles;
// amounts of another year have the year after the key.
func Object(w field.World, r *field.Record, columns []field.Column) *Ordered {
	if columns == nil {
		return object(w, r, w.Fields(r.Kind), w.Fields(r.Kind), true)
	}
	o := begin(w, r)
	for _, c := range columns {
		o.Add(keyOf(c), valueOf(w, r, c))
	}
	return o
}

func object(w field.World, r *field.Record, fields, yearly []*field.Field, history bool) *Ordered {
	o := begin(w, r)
	for _, f := range fields {
		if f.Hidden || f.Yearly {
			continue
		}
		o.Add(f.JSONKey(), valueOf(w, r, field.Column{Field: f}))
		if f.IsHeld() && history {
			o.Add(f.JSONKey()+"_history", historyOf(w, r, f))
		}
	}
	for _, f := range yearly {
		if f.Yearly && !f.Hidden {
			o.Add(f.JSONKey(), valueOf(w, r, field.Column{Field: f}))
		}
	}
	return o
}

// begin tells which record it is. A part has the reference of what it is a part of.
func begin(w field.World, r *field.Record) *Ordered {
	o := &Ordered{}
	o.Add("id", string(r.ID))
	switch {
	case r.Kind.Owner() != nil:
		kind, ref := "", ""
		if owner := w.Get(r.Owner()); owner != nil {
			kind, ref = owner.Kind.Name, refOf(owner)
		}
		o.Add("kind", orNil(kind))
		o.Add("ref", orNil(ref))
	case r.Kind.Prefix != "":
		o.Add("ref", orNil(r.Ref))
	}
	return o
}

func keyOf(c field.Column) string {
	if c.Field.Yearly && c.Year != 0 {
		return c.Field.JSONKey() + "_" + strconv.Itoa(c.Year)
	}
	return c.Field.JSONKey()
}

// valueOf is a value as JSON has it: string, int64, bool, []string or nil.
func valueOf(w field.World, r *field.Record, c field.Column) any {
	f := c.Field
	v := f.Value(w, r, c.Year)
	if field.IsEmpty(v) {
		return nil
	}
	return forms[f.Type].json(w, f, v)
}

func historyOf(w field.World, r *field.Record, f *field.Field) any {
	hs, _ := r.Get(f).([]field.Holding)
	if len(hs) == 0 {
		return nil
	}
	out := make([]*Ordered, 0, len(hs))
	for _, h := range hs {
		o := &Ordered{}
		o.Add("person", orNil(w.Exact(h.Person)))
		o.Add("from", orNil(h.From.String()))
		o.Add("to", orNil(h.To.String()))
		out = append(out, o)
	}
	return out
}

func refTo(w field.World, id field.ID) string {
	if r := w.Get(id); r != nil {
		return refOf(r)
	}
	return string(id)
}

func refOf(r *field.Record) string {
	if r.Ref != "" {
		return r.Ref
	}
	return string(r.ID)
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}
