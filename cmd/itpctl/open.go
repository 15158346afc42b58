package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// read opens the portfolio, does fn and closes it; it stands in nobody's way.
func (e *env) read(ctx context.Context, path string, fn func(p *app.Portfolio) error) error {
	return e.with(ctx, path, app.ToRead, fn)
}

// write is read for what changes the portfolio; it waits for another who does.
func (e *env) write(ctx context.Context, path string, fn func(p *app.Portfolio) error) error {
	return e.with(ctx, path, app.ToWrite, fn)
}

func (e *env) with(ctx context.Context, path string, a app.Access, fn func(p *app.Portfolio) error) (err error) {
	p, err := e.services.Open(ctx, path, a)
	if err != nil {
		return repairable(err)
	}
	defer func() {
		if p.Version() > 0 {
			e.done = "Ändringen är sparad"
		}
		if closed := p.Close(); err == nil {
			err = closed
		}
	}()
	info := p.Info()
	if info.Migrated != "" {
		say(e.errs, "Portföljen är uppgraderad. Den som var före finns kvar i %s.\n", info.Migrated)
	}
	for _, name := range info.SetAside {
		say(e.errs, "Bredvid portföljen låg en fil som inte hör till den, från en annan tid eller en annan portfölj. Den är undanlagd som %s och portföljen är orörd av den.\n", name)
	}
	if !info.ReadOnly {
		if err := e.keepCopy(ctx, p, app.CopyOpening); err != nil {
			return err
		}
	}
	return fn(p)
}

// repairable says what else there is to do about a portfolio that is damaged.
func repairable(err error) error {
	switch code := fault.CodeOf(err); {
	case strings.Contains(err.Error(), "itpctl repair"):
	case code == fault.Damaged:
		return fault.Wrap(code, err.Error()+" Kopiorna visas av itpctl restore, och det som går att läsa räddar itpctl repair till en ny fil.", err)
	case code == fault.Unreadable: // its head may be gone
		return fault.Wrap(code, err.Error()+" Är det en portfölj som har skadats räddar itpctl repair det som går att läsa.", err)
	}
	return err
}

// writeJSON writes a value for machines.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// writeList writes a list for machines, as writeJSON would, but one value at a
// time, so that no list is too long. It stops when it is told to, and when nobody
// reads any more.
func writeList[T any](ctx context.Context, w io.Writer, all iter.Seq[T]) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var one bytes.Buffer
	enc := json.NewEncoder(&one)
	enc.SetEscapeHTML(false)
	enc.SetIndent("  ", "  ")
	before, after := "[\n  ", "[]\n"
	for v := range all {
		if err := ctx.Err(); err != nil {
			return fault.Wrap(fault.Canceled, "Avbrutet. Inget har ändrats.", err)
		}
		one.Reset()
		one.WriteString(before)
		if err := enc.Encode(v); err != nil {
			return err
		}
		one.Truncate(one.Len() - 1) // its line break comes after the comma
		if _, err := out.Write(one.Bytes()); err != nil {
			return err
		}
		before, after = ",\n  ", "\n]\n"
	}
	if _, err := out.WriteString(after); err != nil {
		return err
	}
	return out.Flush()
}

// resolve finds the thing that a person means: a reference, an identity, a
// kind and a name ("person:Anna Ek"), or a name that only one thing has.
func resolve(p *app.Portfolio, s string) (*field.Record, error) {
	if r := p.ByRef(s); r != nil {
		return r, nil
	}
	if r := p.Get(field.ID(s)); r != nil {
		return r, nil
	}
	if prefix, name, ok := strings.Cut(s, ":"); ok {
		if k := app.KindNamed(strings.ToLower(strings.TrimSpace(prefix))); k != nil {
			return p.Find(k, name)
		}
	}
	var found []*field.Record
	for _, k := range app.Kinds {
		if !k.Searched {
			continue
		}
		r, err := p.Find(k, s)
		switch fault.CodeOf(err) {
		case "":
			found = append(found, r)
		case fault.Ambiguous:
			return nil, err
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, fault.New(fault.NotFound, fmt.Sprintf("Det finns inget som heter ”%s”. Inget har ändrats. Skriv en referens som SYS-0042, eller sök med itpctl list.", s))
	}
	var kinds []string
	for _, r := range found {
		kinds = append(kinds, r.Kind.One+":"+s)
	}
	return nil, fault.New(fault.Ambiguous, fmt.Sprintf("Flera saker heter ”%s”. Inget har ändrats. Skriv vilken som avses: %s.", s, text.Or(kinds)))
}

// column finds a field by its key or Swedish name, with the year of a yearly
// one: "supplier", "Leverantör", "operations_budget:2027", "Driftbudget 2027".
func column(p *app.Portfolio, k *field.Kind, s string) (field.Column, error) {
	name, year := s, 0
	if i := strings.LastIndexAny(s, ": "); i > 0 {
		if y := yearOf(s[i+1:]); y != 0 {
			name, year = s[:i], y
		}
	}
	f := p.FieldOf(k, strings.TrimSuffix(name, "_ore"))
	if f == nil {
		f = p.FieldOf(k, name)
	}
	if f == nil {
		f = byLabel(p, k, name)
	}
	if f == nil || f.Hidden {
		return field.Column{}, fault.New(fault.Invalid, fmt.Sprintf("%s har inget fält som heter ”%s”. Inget har ändrats.%s Fälten: itpctl fields %s.", text.Capital(k.One), name, didYouMean(name, fieldNames(p, k)), k.Plural))
	}
	if year != 0 && !f.Yearly {
		return field.Column{}, fault.New(fault.Invalid, fmt.Sprintf("%s har inga belopp per år; ta bort årtalet. Inget har ändrats.", f.Label))
	}
	return field.Column{Field: f, Year: year}, nil
}

func yearOf(s string) int {
	if len(s) != 4 || strings.Trim(s, "0123456789") != "" {
		return 0
	}
	n := 0
	for _, d := range s {
		n = 10*n + int(d-'0')
	}
	return n
}

func byLabel(p *app.Portfolio, k *field.Kind, name string) *field.Field {
	want := text.Fold(name)
	fields := p.Fields(k)
	for _, names := range []func(f *field.Field) []string{
		func(f *field.Field) []string { return []string{f.Label, f.Short} },
		func(f *field.Field) []string { return f.Synonyms },
	} {
		is := func(f *field.Field) bool {
			return !f.Hidden && slices.ContainsFunc(names(f), func(s string) bool { return s != "" && text.Fold(s) == want })
		}
		if i := slices.IndexFunc(fields, is); i >= 0 && !slices.ContainsFunc(fields[i+1:], is) {
			return fields[i]
		}
	}
	return nil
}

func fieldNames(p *app.Portfolio, k *field.Kind) []string {
	var out []string
	for _, f := range p.Fields(k) {
		if !f.Hidden {
			out = append(out, f.Key, f.Label)
		}
	}
	return out
}

// assignments finds the fields of field=value arguments.
func assignments(p *app.Portfolio, k *field.Kind, given [][2]string) ([]app.Assignment, error) {
	out := make([]app.Assignment, 0, len(given))
	seen := map[field.Column]bool{}
	for _, g := range given {
		c, err := column(p, k, g[0])
		if err != nil {
			return nil, err
		}
		if seen[c] {
			return nil, usage("%s står två gånger.", c.Field.Label)
		}
		seen[c] = true
		out = append(out, app.Assignment{Column: c, Text: g[1]})
	}
	return out, nil
}

// unitOf reads the unit of bare amounts.
func unitOf(s string) (*money.Unit, error) {
	units := map[string]money.Unit{"kr": money.Kr, "tkr": money.Tkr, "mnkr": money.Mnkr, "mkr": money.Mnkr}
	if s == "" {
		return nil, nil
	}
	u, ok := units[strings.ToLower(s)]
	if !ok {
		return nil, usage("”%s” är ingen enhet för belopp. Välj kr, tkr eller mnkr.", s)
	}
	return &u, nil
}
