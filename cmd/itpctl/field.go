package main

import (
	"context"
	"flag"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

type fieldOptions struct {
	kind, choices string
	open, closed  bool
}

var fieldCommand = &command{
	name: "field", args: "FIL SLAG NAMN [--type TYP] [--choices \"A; B\"] [--open]", short: "Lägger till ett eget fält, eller ändrar vad det rymmer.", least: 3, most: 3,
	long: "TYP är text, tal, belopp, datum, ja eller nej, eller val. Det som redan står i fältet\nläses som det nya slaget; går något inte att läsa så ändras inget. Ett eget fält är\nkänsligt tills det öppnas.",
	build: func(fs *flag.FlagSet) runner {
		o := &fieldOptions{}
		fs.StringVar(&o.kind, "type", "", "vad fältet rymmer, `TYP`")
		fs.StringVar(&o.choices, "choices", "", "`ALTERNATIV` att välja bland, med semikolon emellan")
		fs.BoolVar(&o.open, "open", false, "får stå i offentliga versioner")
		fs.BoolVar(&o.closed, "closed", false, "är känsligt")
		return o.run
	},
}

func (o *fieldOptions) run(ctx context.Context, e *env, args []string) error {
	if o.open && o.closed {
		return usage("--open och --closed går inte ihop.")
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		k, err := kindNamed(args[1])
		if err != nil {
			return err
		}
		t, err := o.typeOf()
		if err != nil {
			return err
		}
		entry, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
			for _, f := range settings.OwnFields(tx) {
				if f.Kind == k && text.Key(f.Declared.Name()) == text.Key(args[2]) {
					return "Eget fält: " + f.Declared.Name(), o.change(tx, f.Declared, t)
				}
			}
			if o.choices != "" && !t.HasAlternatives() {
				return "", noChoices(t)
			}
			return "Eget fält: " + text.Clean(args[2]), settings.Declare(tx, p.NewID(), k, args[2], t, o.choices, o.open)
		})
		if err != nil {
			return err
		}
		if entry.Number == 0 {
			say(e.out, "%s (%s) är redan så. Inget har ändrats.\n", entry.Label, k.Many)
			return nil
		}
		say(e.out, "%s (%s). Ångra med: itpctl undo %s %d\n", entry.Label, k.Many, args[0], entry.Number)
		return nil
	})
}

// change makes a field that is there what is asked for.
func (o *fieldOptions) change(tx *field.Tx, def *field.Record, t field.Type) error {
	words := o.choices
	if words == "" {
		words = settings.FreeWords.Get(def)
	}
	if o.kind == "" {
		t = settings.TypeOf(def)
	}
	if o.choices != "" && !t.HasAlternatives() {
		return noChoices(t)
	}
	if o.kind != "" || o.choices != "" {
		if err := settings.Retype(tx, def.ID, t, words); err != nil {
			return err
		}
	}
	if o.open || o.closed {
		return tx.Set(def.ID, settings.FreeOpen.Field, o.open)
	}
	return nil
}

// noChoices refuses alternatives for what has none to choose among.
func noChoices(t field.Type) error {
	return usage("--choices hör ihop med --type val; fältet är %s. Inget har ändrats.", text.Lower(t.Own()))
}

func (o *fieldOptions) typeOf() (field.Type, error) {
	types := field.OwnTypes()
	var names []string
	for _, t := range types {
		if text.Key(o.kind) == text.Key(t.Own()) || o.kind == t.Name() {
			return t, nil
		}
		names = append(names, text.Lower(t.Own()))
	}
	if o.kind == "" {
		return types[0], nil
	}
	return 0, fault.New(fault.Invalid, "Inget slag heter ”"+o.kind+"”. Inget har ändrats. Det kan vara "+strings.Join(names, "; ")+".")
}
