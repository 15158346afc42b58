package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

type repairOptions struct {
	copies list
	json   bool
	secret passphrase
}

var repairCommand = &command{
	name: "repair", args: "SKADAD NYFIL", short: "Gör en hel portfölj av det som går att läsa i en skadad.", least: 2, most: 2,
	long: `SKADAD läses sida för sida och ändras aldrig. NYFIL blir en ny portfölj; en fil som
redan finns skrivs aldrig över. Varje post tas där den finns hel: i filen, i dess
journal, eller i en kopia med det som journalen säger har hänt sedan dess. Kopior som
programmet har gjort av SKADAD letas upp av sig själva; fler anges med --copy. Det som
inte går att få tillbaka räknas upp. Svaret är 0 när allt finns kvar och 4 när något
saknas eller är osäkert.`,
	build: func(fs *flag.FlagSet) runner {
		o := &repairOptions{}
		fs.Var(&o.copies, "copy", "`KOPIA` av portföljen att ta från; får stå flera gånger")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		o.secret.declare(fs)
		return o.run
	},
}

// errIncomplete is a repair that is done, but couldn't bring back everything.
var errIncomplete = errors.New("incomplete")

func (o *repairOptions) run(ctx context.Context, e *env, args []string) error {
	secret, err := o.secret.read()
	if err != nil {
		return err
	}
	how := app.Repairing{Path: args[0], To: args[1], Copies: o.copies, Passphrase: secret}
	out, err := e.services.Repair(ctx, how)
	if fault.CodeOf(err) == fault.Encrypted && len(o.copies) > 0 && !o.secret.isGiven() {
		if how.Passphrase, err = e.prompt(ctx, "Kopians lösenfras: "); err == nil {
			out, err = e.services.Repair(ctx, how)
		}
	}
	if err != nil {
		return err
	}
	e.done = "Den lagade filen är skriven"
	if o.json {
		err = writeJSON(e.out, repairedJSON(out))
	} else {
		tellRepaired(e, args, out)
	}
	if err == nil && !out.Complete() {
		err = errIncomplete
	}
	return err
}

// tellRepaired says what came of it, the most important last.
func tellRepaired(e *env, files []string, out app.Repaired) {
	lost := func(n int) string {
		switch {
		case out.Counted():
			return text.Count(n)
		case n == 0:
			return "okänt"
		}
		return "minst " + text.Count(n)
	}
	t := table{heads: []string{"Slag", "Hela", "Ur journalen", "Ur en kopia", "Förlorade"}, right: []bool{false, true, true, true, true}}
	row := func(name string, k app.RepairedKind) {
		t.rows = append(t.rows, []string{name, text.Count(k.Whole), text.Count(k.Journal), text.Count(k.Copy), lost(k.Lost)})
	}
	for _, k := range out.Kinds {
		row(text.Capital(k.Kind.Many), k)
	}
	sum := out.Total()
	row("Alla", sum)
	t.write(e.out)
	for _, c := range out.Copies {
		say(e.out, "Kopian %s är av samma portfölj och har använts.\n", c)
	}
	tellJournal(e, out)
	tellRecords(e, "Förlorade:", out.Lost)
	tellRecords(e, "Osäkra:", app.Gathered(out.Doubted))
	if len(out.Removed) > 0 {
		say(e.out, "Borttaget:\n")
		for _, s := range out.Removed {
			say(e.out, "  %s\n", s)
		}
	}
	say(e.out, "%s är lagad till %s: %s finns kvar.", files[0], files[1], out.LeftText())
	if out.Unknown != "" {
		say(e.out, " %s", out.CountedText())
	}
	if out.Complete() {
		say(e.out, " Inget saknas.")
	}
	say(e.out, " Den skadade filen är orörd; spara den tills du ser att allt är som det ska.\n")
}

// tellJournal says what the journal and the file itself lack.
func tellJournal(e *env, out app.Repaired) {
	if out.Missing > 0 {
		say(e.out, "Filen är avkortad: %s saknas.\n", text.Size(out.Missing))
	}
	if out.Unread > 0 {
		say(e.out, "Disken lämnade inte ut %s.\n", text.Plural(int(out.Unread), "sida av filen", "sidor av filen"))
	}
	if out.Last.Number > 0 && (!out.Complete()) {
		say(e.out, "Det senaste som finns kvar är från %s (ändring %d).\n", minute(out.Last.At), out.Last.Number)
	}
	if out.Later {
		say(e.out, "En del poster är från senare än så, men ändringarna som gjorde dem till vad de är går inte att läsa.\n")
	}
	if len(out.Bad) > 0 {
		say(e.out, "Ändringar i journalen som inte är hela:\n")
		for _, b := range shortened(out.Bad) {
			say(e.out, "  %d %s %s: %s.\n", b.Number, minute(b.At), cmp.Or(b.Label, "okänd ändring"), b.Why)
		}
		if more := len(out.Bad) - mostTold; more > 0 {
			say(e.out, "  … och %s till; --json har alla.\n", text.Count(more))
		}
	}
	if n := len(out.Sealed); n > 0 {
		say(e.out, "%s från och med nummer %d är som de var, men har nya sigill. De gamla står i --json.\n", text.Plural(n, "ändring", "ändringar"), out.Sealed[0].Number)
	}
}

// mostTold is how many entries are told of on the screen. Records that are lost are
// all named.
const mostTold = 40

func shortened[T any](list []T) []T { return list[:min(len(list), mostTold)] }

func tellRecords(e *env, head string, records []app.LostRecord) {
	if len(records) == 0 {
		return
	}
	say(e.out, "%s\n", head)
	for _, l := range records {
		say(e.out, "  %s: %s.\n", text.Capital(l.Called()), l.Why)
	}
}

// The report as machines read it.
type (
	repairedOut struct {
		File     string             `json:"file"`
		Complete bool               `json:"complete"`
		Total    *int               `json:"total"` // null when it isn't known
		After    int64              `json:"total_after_entry,omitempty"`
		Unknown  string             `json:"total_unknown,omitempty"`
		Kinds    map[string]kindOut `json:"kinds"`
		Lost     []recordOut        `json:"lost"`
		Doubted  []recordOut        `json:"doubted"`
		Removed  []string           `json:"removed"`
		Entries  []entryOut         `json:"damaged_entries"`
		Resealed []map[string]any   `json:"resealed"`
		Last     map[string]any     `json:"last,omitempty"`
		Later    bool               `json:"later_records"`
		Missing  int64              `json:"missing_bytes"`
		Unread   int64              `json:"unread_pages"`
		Copies   []string           `json:"copies"`
		Seal     string             `json:"seal,omitempty"`
	}
	kindOut struct {
		Whole   int `json:"whole"`
		Journal int `json:"journal"`
		Copy    int `json:"copy"`
		Lost    int `json:"lost"`
	}
	recordOut struct {
		Kind  string `json:"kind"`
		ID    string `json:"id,omitempty"`
		Ref   string `json:"ref,omitempty"`
		Name  string `json:"name,omitempty"`
		Count int    `json:"count"`
		Why   string `json:"why"`
	}
	entryOut struct {
		Number int64  `json:"number"`
		At     string `json:"at,omitempty"`
		Who    string `json:"who,omitempty"`
		Label  string `json:"label,omitempty"`
		Why    string `json:"why"`
	}
)

func repairedJSON(out app.Repaired) repairedOut {
	r := repairedOut{
		File: out.Path, Complete: out.Complete(), Kinds: map[string]kindOut{}, Lost: recordsOut(out.Lost), Doubted: recordsOut(out.Doubted),
		Removed: append([]string{}, out.Removed...), Entries: []entryOut{}, Resealed: []map[string]any{}, Later: out.Later,
		Missing: out.Missing, Unread: out.Unread, Copies: append([]string{}, out.Copies...), Seal: out.Own,
	}
	if out.Counted() {
		total := out.Left() + out.Total().Lost
		r.Total = &total
	}
	if out.Unknown != "" {
		r.After, r.Unknown = out.After, out.Unknown
	}
	for _, k := range out.Kinds {
		r.Kinds[k.Kind.Plural] = kindOut{k.Whole, k.Journal, k.Copy, k.Lost}
	}
	for _, b := range out.Bad {
		one := entryOut{Number: b.Number, Who: b.Who, Label: b.Label, Why: b.Why}
		if !b.At.IsZero() {
			one.At = b.At.Format(time.RFC3339)
		}
		r.Entries = append(r.Entries, one)
	}
	for _, s := range out.Sealed {
		r.Resealed = append(r.Resealed, map[string]any{"number": s.Number, "was": s.Was, "now": s.Now})
	}
	if out.Last.Number > 0 {
		r.Last = map[string]any{"number": out.Last.Number, "at": out.Last.At.Format(time.RFC3339), "label": out.Last.Label}
	}
	return r
}

func recordsOut(list []app.LostRecord) []recordOut {
	out := make([]recordOut, 0, len(list))
	for _, l := range list {
		out = append(out, recordOut{l.Kind.Name, string(l.ID), l.Ref, l.Name, l.Count, l.Why})
	}
	return out
}
