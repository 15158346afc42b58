package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

var checkCommand = &command{
	name: "check", args: "FIL [--seal SIGILL]", short: "Kontrollerar att portföljen är hel.", least: 1, most: 1,
	long: `Allt läses och jämförs med sina summor, och journalen spelas upp från början: det den
ger ska vara det som står i filen. SIGILL är det som står på ett beslut eller en
fastställd plan, som 412-9f3a07c1; då sägs om det hör till portföljens journal.`,
	build: func(fs *flag.FlagSet) runner {
		o := &checkOptions{}
		fs.StringVar(&o.seal, "seal", "", "hör det här `SIGILL`et till journalen?")
		return o.run
	},
}

// mostNotices is how many of those that are no fault are told of, and mostNamed how many
// records each is told with.
const mostNotices, mostNamed = 20, 3

type checkOptions struct{ seal string }

func (o *checkOptions) run(ctx context.Context, e *env, args []string) error {
	if _, _, ok := journal.ReadSeal(o.seal); !ok && o.seal != "" {
		return usage("”%s” är inget sigill. Ett sigill är ett nummer, ett streck och åtta tecken, som 412-9f3a07c1.", o.seal)
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		if err := p.Check(ctx); err != nil {
			return repairable(err)
		}
		if o.seal != "" {
			entry, err := p.Sealed(ctx, o.seal)
			if err != nil {
				return err
			}
			say(e.out, "Sigillet %s hör till journalen: ändring %d, %s, %s av %s.\n", entry.Seal(), entry.Number,
				labelOf(entry), entry.At.Local().Format("2006-01-02 15:04"), entry.Who)
		}
		n := 0
		for _, k := range app.Kinds {
			n += len(p.All(k))
		}
		say(e.out, "%s är hel: %s, version %d av filen, sigill %s.\n", args[0], text.Plural(n, "post läst", "poster lästa"), p.Info().Schema, cmp.Or(p.Seal(), "saknas"))
		found := p.Examine()
		for _, f := range found {
			ref := ""
			if f.Record != nil && f.Record.Ref != "" {
				ref = f.Record.Ref + " "
			}
			say(e.out, "  %s%s\n", ref, f.Text)
		}
		if notes := field.Notices(p); len(notes) > 0 {
			say(e.out, "Att känna till, som inte är fel:\n")
			e.tellNotices(p, notes)
		}
		if len(found) > 0 {
			return fault.New(fault.Invalid, "Filen är hel, men "+text.Plural(len(found), "uppgift", "uppgifter")+" i den stämmer inte. Inget har ändrats. Rätta det som står ovan.")
		}
		return nil
	})
}

// tellNotices says what is to know and no fault, once for all records that it is said of.
func (e *env) tellNotices(p *app.Portfolio, notes []field.Finding) {
	of := map[string][]string{}
	var order []string
	for _, f := range notes {
		if of[f.Text] == nil {
			order = append(order, f.Text)
		}
		of[f.Text] = append(of[f.Text], p.Called(f.Record))
	}
	for _, said := range order[:min(len(order), mostNotices)] {
		names := text.And(of[said])
		if more := len(of[said]) - mostNamed; more > 0 {
			names = fmt.Sprintf("%s och %d till", strings.Join(of[said][:mostNamed], ", "), more)
		}
		say(e.out, "  %s: %s\n", said, names)
	}
	if more := len(order) - mostNotices; more > 0 {
		say(e.out, "  … och %d till.\n", more)
	}
}
