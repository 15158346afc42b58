package main

import (
	"context"
	"flag"
	"path/filepath"
	"strings"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

type restoreOptions struct {
	json   bool
	secret passphrase
}

var restoreCommand = &command{
	name: "restore", args: "FIL | KOPIA NYFIL", short: "Visar portföljens kopior, eller gör en portfölj av en kopia.", least: 1, most: 2,
	long: `Med bara FIL visas de kopior som programmet har gjort av portföljen, med vad var och
en innehåller; FIL själv behöver inte finnas kvar. Med KOPIA och NYFIL blir kopian en
portfölj igen: en fil som redan finns skrivs aldrig över. KOPIA får också vara en
krypterad kopia; lösenfrasen frågas efter, eller läses ur --passphrase-file eller
variabeln ITP_PASSPHRASE.`,
	build: func(fs *flag.FlagSet) runner {
		o := &restoreOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		o.secret.declare(fs)
		return o.run
	},
}

func (o *restoreOptions) run(ctx context.Context, e *env, args []string) error {
	if len(args) == 1 {
		return o.list(ctx, e, args[0])
	}
	if err := free(args[1]); err != nil {
		return err
	}
	secret, err := o.secret.read()
	if err != nil {
		return err
	}
	_, err = e.services.Restore(ctx, args[0], secret, args[1])
	if fault.CodeOf(err) == fault.Encrypted && !o.secret.isGiven() {
		if secret, err = e.prompt(ctx, "Kopians lösenfras: "); err == nil {
			_, err = e.services.Restore(ctx, args[0], secret, args[1])
		}
	}
	if err != nil {
		return err
	}
	e.wrote(fileWritten, "%s är återställd till %s.\n", args[0], args[1])
	return nil
}

// keptCopy is a copy as machines read it.
type keptCopy struct {
	File       string `json:"file"`
	At         string `json:"at"`
	Reason     string `json:"reason"`
	Systems    int    `json:"systems"`
	LastChange string `json:"last_change,omitempty"`
	Bytes      int64  `json:"bytes"`
	Damaged    bool   `json:"damaged,omitempty"`
}

func (o *restoreOptions) list(ctx context.Context, e *env, path string) error {
	if ext := strings.ToLower(filepath.Ext(path)); ext == ".gz" || ext == ".age" {
		return usage("Ange också vilken ny fil kopian ska bli.")
	}
	all, err := e.services.Copies(ctx, path)
	if err != nil {
		return err
	}
	if o.json {
		out := make([]keptCopy, 0, len(all))
		for _, c := range all {
			k := keptCopy{File: c.Path, At: c.At.Format(time.RFC3339), Reason: string(c.Reason), Systems: c.Systems, Bytes: c.Size, Damaged: c.Damaged}
			if !c.Changed.IsZero() {
				k.LastChange = c.Changed.Format(time.RFC3339)
			}
			out = append(out, k)
		}
		return writeJSON(e.out, out)
	}
	if len(all) == 0 {
		place, err := e.services.CopyPlace()
		if err != nil {
			return err
		}
		say(e.out, "Det finns inga kopior av %s i %s.\n", path, place.Dir)
		return nil
	}
	t := table{heads: []string{"Kopia", "Gjord", "Anledning", "System", "Senast ändrad", "Storlek"}, right: []bool{false, false, false, true, false, true}}
	for _, c := range all {
		t.rows = append(t.rows, copyRow(c))
	}
	t.write(e.out)
	say(e.out, "%s i %s\n", text.Plural(len(all), "kopia", "kopior"), filepath.Dir(all[0].Path))
	return nil
}

func copyRow(c app.Copy) []string {
	row := []string{filepath.Base(c.Path), minute(c.At), c.Reason.Label(), text.Count(c.Systems), minute(c.Changed), text.Size(c.Size)}
	if c.Damaged {
		row[3], row[4] = "skadad", ""
	}
	return row
}

// minute writes a moment as people here read it; "" for none.
func minute(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format("2006-01-02 15:04")
}
