package main

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/jsonform"
	"itportfoljen/app/field"
)

type importOptions struct {
	kind, unit            string
	sheets, maps, answers list
	year, header          int
	keep, dryRun, json    bool
}

var importCommand = &command{
	name: "import", args: "FIL BOK [--kind SLAG] [--dry-run] [--json]", short: "Importerar en arbetsbok (.xlsx, .xlsm, .ods), en CSV-fil eller vår JSON.", least: 2, most: 2,
	long: `Slag, blad, rubrikrad och kolumner hittas av sig själva; flaggorna är för när det
blir fel. Allt importeras på en gång eller inget alls, och går att ångra med undo.
Med --dry-run visas vad som skulle hända. --map talar om vilket fält en rubrik är:
--map "Ansvarig=system_owner"; "Rubrik=" hoppar över och "Rubrik=+" behåller
kolumnen som eget fält. En fråga besvaras med --answer ID=svar. JSON är det
dokument som export skriver, och läses som arbetsboken.`,
	build: func(fs *flag.FlagSet) runner {
		o := &importOptions{}
		fs.StringVar(&o.kind, "kind", "", "`SLAG`: "+strings.Join(kindWords(), ", "))
		fs.Var(&o.sheets, "sheet", "`BLAD`ets namn; får stå flera gånger")
		fs.IntVar(&o.header, "header", 0, "`RAD` med rubriker, ett heltal")
		fs.Var(&o.maps, "map", "`\"Rubrik=fält\"`; får stå flera gånger")
		fs.IntVar(&o.year, "year", 0, "`ÅR` för belopp utan årtal")
		fs.StringVar(&o.unit, "unit", "", "`ENHET` för belopp utan enhet: kr, tkr eller mnkr")
		fs.BoolVar(&o.keep, "keep", false, "behåller okända kolumner som egna fält")
		fs.Var(&o.answers, "answer", "`ID=svar` på en fråga; får stå flera gånger")
		fs.BoolVar(&o.dryRun, "dry-run", false, "visar bara, ändrar inget")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *importOptions) run(ctx context.Context, e *env, args []string) error {
	opts, err := o.options()
	if err != nil {
		return err
	}
	open := e.write
	if o.dryRun {
		open = e.read
	}
	defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	return open(ctx, args[0], func(p *app.Portfolio) error {
		if opts.Map, err = o.mapping(p, opts.Kind); err != nil {
			return err
		}
		book, err := e.services.ReadBook(ctx, args[1], nil)
		if err != nil {
			return err
		}
		book = jsonform.Book(p, book) // here, so that what it is made of isn't held
		res, err := intake.Plan(ctx, p, book, opts, nil)
		if err != nil {
			return withMap(res, err)
		}
		if opts.Kind == nil {
			if err := res.Foreign(); err != nil {
				return err
			}
		}
		if err := unknownAnswer(res, opts.Answers); err != nil {
			return err
		}
		if err := o.carryOut(ctx, e, p, "import av "+filepath.Base(args[1]), res.Changes); err != nil {
			return err
		}
		if o.json {
			return writeJSON(e.out, resultOf(res, res.Made))
		}
		tell(e.out, res, o.dryRun)
		return nil
	})
}

// carryOut makes the changes, or says whether they may be made.
func (o *importOptions) carryOut(ctx context.Context, e *env, p *app.Portfolio, what string, changes []field.Change) error {
	switch {
	case o.dryRun:
		return p.Try(changes)
	case len(changes) == 0:
		return nil
	}
	if err := e.keepCopy(ctx, p, app.CopyImport); err != nil {
		return err
	}
	if len(changes) > manyChanges {
		debug.FreeOSMemory() // the workbook and all that was worked out of it, before the writing takes as much
	}
	_, err := p.Apply(app.From(ctx, what), text.Capital(what), changes)
	return err
}

// gcPercent is lower than Go's own while a file is read in: of a large one most is held until
// it is planned, so there is little to collect, and memory is dearer than the collector's time.
const gcPercent = 50

// manyChanges is from how many changes it pays to free what planning them took. That
// costs a hundredth of the time, and the most that is held at a time becomes a fifth less.
const manyChanges = 2000

// withMap adds to an error for want of a column how to say which it is.
func withMap(res *intake.Result, err error) error {
	if res == nil {
		return err
	}
	wanted := append(slices.Clone(res.Kind.Vital), res.Kind.Title())[0]
	return fault.Wrap(fault.CodeOf(err), fmt.Sprintf("%s Skriv --map \"Rubrik=%s\", eller --header RAD.", err, wanted.Label), err)
}

// options reads what can be read without a portfolio.
func (o *importOptions) options() (intake.Options, error) {
	opts := intake.Options{HeaderRow: o.header, Year: o.year, KeepUnmatched: o.keep, Terse: true, Once: true, Answers: map[string]string{}}
	if len(o.sheets) > 0 {
		opts.Sheet, opts.Also = o.sheets[0], o.sheets[1:]
	}
	var err error
	if o.kind != "" {
		if opts.Kind, err = kindNamed(o.kind); err != nil {
			return opts, err
		}
	}
	if opts.Unit, err = unitOf(o.unit); err != nil {
		return opts, err
	}
	if o.year != 0 && (o.year < 1950 || o.year > 2199) {
		return opts, usage("”%d” är inget årtal. Skriv till exempel 2027.", o.year)
	}
	for _, a := range o.answers {
		id, answer, ok := cutLast(a)
		if !ok {
			return opts, usage("”%s” ska vara ID=svar.", a)
		}
		opts.Answers[id] = answer
	}
	for _, m := range o.maps {
		if _, _, ok := cutLast(m); !ok {
			return opts, usage("”%s” ska vara \"Rubrik=fält\".", m)
		}
	}
	return opts, nil
}

// cutLast cuts at the last "=": a question may be about a name with one in it.
func cutLast(s string) (key, value string, ok bool) {
	i := strings.LastIndex(s, "=")
	if i <= 0 {
		return "", "", false
	}
	return s[:i], s[i+1:], true
}

// mapping reads --map. Fields may be called by key or Swedish name.
func (o *importOptions) mapping(p *app.Portfolio, k *field.Kind) (map[string]string, error) {
	kinds := app.Kinds
	if k != nil {
		kinds = []*field.Kind{k}
	}
	out := map[string]string{}
	for _, m := range o.maps {
		heading, value, _ := cutLast(m)
		value = strings.TrimSpace(value)
		if value != "" && value != "+" {
			key, err := fieldKey(p, kinds, value)
			if err != nil {
				return nil, err
			}
			value = key
		}
		out[heading] = value
	}
	return out, nil
}

// fieldKey finds the key of a field of one of the kinds, "key:2027" with year.
func fieldKey(p *app.Portfolio, kinds []*field.Kind, s string) (string, error) {
	var first error
	for _, k := range kinds {
		if k.Silent {
			continue
		}
		c, err := column(p, k, s)
		if err != nil {
			if first == nil {
				first = err
			}
			continue
		}
		if c.Year != 0 {
			return c.Field.Key + ":" + strconv.Itoa(c.Year), nil
		}
		return c.Field.Key, nil
	}
	return "", first
}

// unknownAnswer refuses an answer to a question that isn't put, or that isn't
// among the alternatives.
func unknownAnswer(res *intake.Result, answers map[string]string) error {
	asked := map[string]ask.Question{}
	for _, u := range res.Unread {
		if u.ID != "" {
			asked[u.ID] = ask.Question{Options: u.Options}
		}
	}
	for _, q := range res.Questions {
		asked[q.ID] = q
	}
	for id, answer := range answers {
		q, ok := asked[id]
		if !ok && slices.Contains(res.Meant, id) {
			continue
		}
		if !ok {
			return fault.New(fault.Invalid, fmt.Sprintf("Det finns ingen fråga ”%s”. Inget har ändrats. Se frågorna med --dry-run.", id))
		}
		var keys []string
		for _, o := range q.Options {
			keys = append(keys, o.Key)
			ok = ok && o.Key != answer
		}
		if ok {
			return fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget svar på frågan %s. Inget har ändrats. Svaren är %s.", answer, id, strings.Join(keys, ", ")))
		}
	}
	return nil
}
