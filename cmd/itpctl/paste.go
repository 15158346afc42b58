package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
)

type pasteOptions struct{ dryRun, json, keepEmpty, noNew, strict bool }

var pasteCommand = &command{
	name: "paste", args: "FIL SLAG < BLOCK [--dry-run] [--json]", short: "Klistrar in celler med rubriker, som kopierade i Excel.", least: 2, most: 2,
	long: `Blocket läses från standard in: celler skilda av tabb, med rubriker på första
raden, och bland dem Ref eller namnet, så att varje rad hittar sin post. En tom
cell tömmer. Personer, enheter och leverantörer som inte finns läggs till. Det som
inte går att läsa, eller inte får ändras, sägs och lämnas som det är. Resten skrivs
som en ändring.`,
	build: func(fs *flag.FlagSet) runner {
		o := &pasteOptions{}
		fs.BoolVar(&o.keepEmpty, "keep-empty", false, "en tom cell lämnar det som står där")
		fs.BoolVar(&o.noNew, "no-new", false, "lägger inte till den som inte finns")
		fs.BoolVar(&o.strict, "strict", false, "ändrar inget om en cell inte går in")
		fs.BoolVar(&o.dryRun, "dry-run", false, "visar bara, ändrar inget")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

// mostPasted is how much is read from standard in.
const mostPasted = 64 << 20

func (o *pasteOptions) run(ctx context.Context, e *env, args []string) error {
	k, err := kindNamed(args[1])
	if err != nil {
		return err
	}
	rows, err := pastedRows(e.in)
	if err != nil {
		return err
	}
	open := e.write
	if o.dryRun {
		open = e.read
	}
	return open(ctx, args[0], func(p *app.Portfolio) error {
		laid, err := block.ByHeading(ctx, p, k, rows, block.Choices{KeepEmpty: o.keepEmpty, NoneNew: o.noNew}, nil)
		if err != nil {
			return err
		}
		if o.strict && !o.dryRun && len(laid.Left) > 0 {
			tellLeft(e.errs, laid)
			return fault.New(fault.Invalid, fmt.Sprintf("%s går inte in. Inget har ändrats. Rätta det, eller utelämna --strict så går resten in.", text.Plural(len(laid.Left), "cell", "celler")))
		}
		if !o.dryRun {
			if _, err := p.Apply(ctx, laid.Label, laid.Changes); err != nil {
				return err
			}
		}
		if o.json {
			return writeJSON(e.out, pastedOf(p, laid))
		}
		tellPasted(e.out, args[0], laid, o.dryRun)
		return nil
	})
}

// pastedRows reads the block.
func pastedRows(in io.Reader) ([][]string, error) {
	data, err := io.ReadAll(io.LimitReader(in, mostPasted+1))
	switch {
	case err != nil:
		return nil, fault.Wrap(fault.Unreadable, "Det som skulle klistras in kunde inte läsas. Inget har ändrats.", err)
	case len(data) > mostPasted:
		return nil, fault.New(fault.TooLarge, "Det som skulle klistras in är för stort. Inget har ändrats. Dela upp det, eller importera det som en fil med import.")
	case !utf8.Valid(data):
		return nil, fault.New(fault.Unreadable, "Det som skulle klistras in är inte text i UTF-8. Inget har ändrats. Spara det som UTF-8 och försök igen.")
	}
	return block.Read(string(data))
}

// tellPasted writes a plan for people.
func tellPasted(w io.Writer, path string, laid *block.Plan, dryRun bool) {
	if len(laid.Cells) > 0 {
		t := table{heads: []string{"Post", "Kolumn", "Före", "Efter"}}
		for _, c := range laid.Cells[:min(told, len(laid.Cells))] {
			t.rows = append(t.rows, []string{c.Name, c.Column, text.OneLine(c.Before), orEmptied(c.After)})
		}
		t.write(w)
		if n := len(laid.Cells) - told; n > 0 {
			say(w, "… och %s till\n", text.Count(n))
		}
		say(w, "\n%s", laid.Label)
		if laid.Writes > 0 {
			say(w, ", varav %s", text.Plural(laid.Writes, "värde skrivs över", "värden skrivs över"))
		}
		say(w, ".\n")
	}
	for _, m := range laid.Made {
		lines(w, text.Capital(m.Kind.Many)+" som inte fanns", m.Names)
	}
	tellLeft(w, laid)
	lines(w, "Att veta", append(laid.Notes, remarks(laid)...))
	switch {
	case dryRun:
		say(w, "\nInget har ändrats (--dry-run).\n")
	case len(laid.Changes) == 0:
		say(w, "\nInget att ändra.\n")
	default:
		say(w, "\nÅngra med: itpctl undo %s\n", path)
	}
}

func orEmptied(s string) string {
	if s == "" {
		return "(tomt)"
	}
	return text.OneLine(s)
}

func tellLeft(w io.Writer, laid *block.Plan) {
	var left []string
	for _, c := range laid.Left {
		left = append(left, fmt.Sprintf("rad %d, %s: %s", c.Row, strings.Trim(c.Name+", "+c.Column, ", "), c.Why))
	}
	lines(w, "Lämnas som de är", left)
}

func remarks(laid *block.Plan) (out []string) {
	for _, c := range laid.Cells {
		if c.Remark != "" {
			out = append(out, fmt.Sprintf("rad %d, %s, %s: %s", c.Row, c.Name, c.Column, c.Remark))
		}
	}
	return out
}

type pastedCell struct {
	Row    int    `json:"row"`
	ID     string `json:"id"`
	Ref    string `json:"ref"`
	Name   string `json:"name"`
	Column string `json:"column"`
	Before string `json:"before"`
	After  string `json:"after"`
	Remark string `json:"remark,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// pastedOf is a plan as machines read it.
func pastedOf(p *app.Portfolio, laid *block.Plan) *export.Ordered {
	out := &export.Ordered{}
	out.Add("kind", laid.Kind.Plural)
	out.Add("records", laid.Records)
	out.Add("unchanged", laid.Same)
	out.Add("overwritten", laid.Writes)
	out.Add("changed", pastedCells(p, laid.Cells))
	out.Add("left", pastedCells(p, laid.Left))
	out.Add("notes", orNone(laid.Notes))
	for _, k := range app.Kinds {
		if k.Naming != nil {
			out.Add("new_"+k.Plural, orNone(namesOf(laid, k)))
		}
	}
	return out
}

func namesOf(laid *block.Plan, k *field.Kind) []string {
	for _, m := range laid.Made {
		if m.Kind == k {
			return m.Names
		}
	}
	return nil
}

func pastedCells(p *app.Portfolio, cells []block.Cell) []pastedCell {
	out := []pastedCell{}
	for _, c := range cells {
		ref := ""
		if r := p.Get(c.Record); r != nil {
			ref = r.Ref
		}
		out = append(out, pastedCell{c.Row, string(c.Record), ref, c.Name, c.Column, c.Before, c.After, c.Remark, c.Why})
	}
	return out
}
