package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/insight"
)

// packet makes the ledningsgrupp's package, after what will be asked about first.
func (o *reportOptions) packet(ctx context.Context, e *env, p *app.Portfolio) error {
	o.questions(e, p)
	if o.check {
		return nil
	}
	all := e.services.Reports()
	files, err := p.PacketFiles(all, p.Packet(all))
	if err != nil {
		return err
	}
	if info, err := os.Stat(o.dir); err != nil || !info.IsDir() {
		return usage("Mappen ”%s” finns inte. Gör den först.", o.dir)
	}
	written := files
	if o.one {
		written = []app.PacketFile{{File: p.BoundFile()}}
	}
	there, err := e.services.Replaced(o.dir, written)
	if err != nil {
		return err
	}
	if len(there) > 0 && !o.replace {
		return fault.New(fault.Conflict, fmt.Sprintf("%s finns redan i mappen, och inget har skrivits. Välj en annan mapp, eller ersätt med --replace.", text.And(there)))
	}
	var remarks []string
	if o.one {
		remarks, err = e.services.WriteBound(ctx, p, filepath.Join(o.dir, written[0].File), files, nil)
	} else {
		remarks, err = e.services.WritePacket(ctx, p, o.dir, files, nil)
	}
	if err != nil {
		return err
	}
	e.wrote("Paketet är skrivet", "Paketet är gjort: %s i %s.\n", text.Plural(len(files), "rapport", "rapporter"), o.dir)
	for _, f := range written {
		say(e.out, "  %s\n", f.File)
	}
	for _, s := range remarks {
		say(e.out, "%s\n", s)
	}
	return nil
}

// questions tells what a director will ask about first.
func (o *reportOptions) questions(e *env, p *app.Portfolio) {
	all := insight.Questions(p)
	if len(all) == 0 {
		say(e.out, "Inget i portföljen väntar på ett svar som rapporterna borde ha.\n")
		return
	}
	say(e.out, "Det här kommer det att frågas om:\n")
	rule := ""
	for _, q := range all {
		if q.Rule != rule {
			rule = q.Rule
			say(e.out, "\n%s – %s\n", q.Head, q.Asked)
		}
		ref := q.Subject
		if r := p.Get(q.Record); r != nil && r.Ref != "" {
			ref = r.Ref + " " + ref
		}
		say(e.out, "  %s: %s\n", ref, text.Lower(q.Why))
	}
	say(e.out, "\n")
}
