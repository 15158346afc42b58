package main

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/booked"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
)

type sieOptions struct {
	year                   int
	sheet, unit, ledger    string
	dryRun, json, doubtful bool
}

var sieCommand = &command{
	name: "sie", args: "FIL HUVUDBOK… [--dry-run] [--json]", short: "Importerar utfall: SIE-filer (typ 1–4) eller en tabell ur ekonomisystemet.", least: 2, most: -1,
	long: `Varje månad från filens första till dess sista blir det som filen säger; andra månader rörs
inte. Samma fil en gång till ändrar ingenting, och en rättad fil ersätter det den ändrar. En
stängd månad ändras aldrig. En fil som inte går att lita på – avklippt, en webbsida,
verifikationer som inte balanserar – läses inte alls, och det sägs vad som är fel. Är summorna
tvivelaktiga läses den bara med --doubtful. En tabell (.xlsx, .csv) ska ha rubrikerna konto och
belopp, eller debet och kredit, eller en kolumn per månad. Raderna blir fakta, inte poster: vad
de är kostnader för säger konteringsreglerna, se itpctl ledger.`,
	build: func(fs *flag.FlagSet) runner {
		o := &sieOptions{}
		fs.IntVar(&o.year, "year", 0, "`ÅR` för en tabell som inte säger vilket")
		fs.StringVar(&o.unit, "unit", "", "`ENHET` för en tabells belopp: kr, tkr eller mnkr")
		fs.StringVar(&o.sheet, "sheet", "", "`BLAD`ets namn i en arbetsbok")
		fs.StringVar(&o.ledger, "ledger", "", "`HUVUDBOK` som filen hör till, när den inte är bolagets enda det året")
		fs.BoolVar(&o.doubtful, "doubtful", false, "läser också en fil vars summor är tvivelaktiga")
		fs.BoolVar(&o.dryRun, "dry-run", false, "visar bara, ändrar inget")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

// ledgerLook is what a file was, for machines.
type ledgerLook struct {
	File     string            `json:"file"`
	Refused  string            `json:"refused,omitempty"`
	Kind     string            `json:"kind,omitempty"`
	Coding   string            `json:"coding,omitempty"`
	Basis    string            `json:"basis,omitempty"`
	Company  string            `json:"company,omitempty"`
	Number   string            `json:"number,omitempty"`
	From     string            `json:"from,omitempty"`
	To       string            `json:"to,omitempty"`
	Vouchers int               `json:"vouchers"`
	Rows     int               `json:"rows"`
	Net      string            `json:"net,omitempty"`
	Accounts map[string]string `json:"accounts,omitempty"`
	Notes    []string          `json:"notes,omitempty"`
	Doubts   []string          `json:"doubts,omitempty"`
	Ledger   string            `json:"ledger,omitempty"`
	New      bool              `json:"new,omitempty"`
	Months   []ledgerMonth     `json:"months,omitempty"`
	Kept     []string          `json:"kept,omitempty"`
}

type ledgerMonth struct {
	Month string `json:"month"`
	Was   string `json:"was"`
	Is    string `json:"is"`
	Rows  int    `json:"rows"`
}

func (o *sieOptions) run(ctx context.Context, e *env, args []string) error {
	opts := booked.Options{Year: o.year, Sheet: o.sheet}
	unit, err := unitOf(o.unit)
	if err != nil {
		return err
	}
	if unit != nil {
		opts.Unit = *unit
	}
	open := e.write
	if o.dryRun {
		open = e.read
	}
	defer sparing()()
	return open(ctx, args[0], func(p *app.Portfolio) error {
		var all []ledgerLook
		var first error
		refused := 0
		for _, path := range args[1:] {
			l, err := o.one(ctx, e, p, path, opts)
			if err != nil {
				if code := fault.CodeOf(err); len(args) == 2 && !o.json || code == fault.Canceled || code == fault.DiskFull || code == fault.Locked || code == fault.ReadOnly {
					return err
				}
				l.Refused = err.Error()
				refused++
				first = err
			}
			if o.json {
				all = append(all, l)
			} else {
				l.tell(e)
			}
		}
		if o.json {
			if err := writeJSON(e.out, all); err != nil {
				return err
			}
		}
		if refused == 0 {
			return nil
		}
		return fault.Wrap(fault.CodeOf(first), fmt.Sprintf("%s lästes inte; varför står ovan. De andra är lästa.", text.Plural(refused, "fil", "filer")), first)
	})
}

// one reads one file and puts it where it belongs.
func (o *sieOptions) one(ctx context.Context, e *env, p *app.Portfolio, path string, opts booked.Options) (ledgerLook, error) {
	l := ledgerLook{File: filepath.Base(path)}
	b, err := e.services.ReadLedger(ctx, path, opts, nil)
	if err != nil {
		return l, err
	}
	l.of(b)
	if len(l.Doubts) > 0 && !o.doubtful && !o.dryRun {
		return l, fault.New(fault.Conflict, fmt.Sprintf("Filen ”%s” läses inte: %s Inget har ändrats. Ta ut den på nytt, eller skriv --doubtful om den är rätt ändå.", l.File, l.Doubts[0]))
	}
	var t ledger.Taken
	work := func(tx *field.Tx) (string, error) {
		var err error
		t, err = ledger.Take(tx, b, ledger.Into{File: l.File, Name: o.ledger})
		return fmt.Sprintf("Utfall ur %s", l.File), err
	}
	if o.dryRun {
		tx := field.NewTx(p)
		if _, err := work(tx); err != nil {
			return l, err
		}
	} else if _, err := p.Do(app.From(ctx, "utfall ur "+l.File), work); err != nil {
		return l, err
	}
	l.Ledger, l.New = t.Ledger.Name(), t.New
	for _, m := range t.Moved {
		l.Months = append(l.Months, ledgerMonth{m.String(), m.Was.Decimal(), m.Is.Decimal(), m.IsRows})
	}
	for _, m := range t.Kept {
		l.Kept = append(l.Kept, m.String())
	}
	return l, nil
}

// of takes in what a file says of itself.
func (l *ledgerLook) of(b *ledger.Book) {
	l.Kind, l.Coding, l.Basis, l.Company, l.Number = b.Kind, b.Coding, string(b.Basis), b.Company, b.Number
	l.From, l.To, l.Vouchers, l.Rows = b.From.String(), b.To.String(), b.Vouchers, len(b.Rows)
	l.Net = b.Sum(func(r ledger.Row) bool { return ledger.Result(r.Account) }).Decimal()
	l.Accounts = map[string]string{}
	for a, v := range b.ByAccount() {
		if ledger.Result(a) {
			l.Accounts[a] = v.Decimal()
		}
	}
	for _, n := range b.Notes {
		if n.Doubt {
			l.Doubts = append(l.Doubts, n.Text)
		} else {
			l.Notes = append(l.Notes, n.Text)
		}
	}
}

// tell says what became of a file, for people.
func (l *ledgerLook) tell(e *env) {
	if l.Refused != "" {
		say(e.out, "%s: läst blev den inte. %s\n", l.File, l.Refused)
		return
	}
	say(e.out, "%s: %s, %s, %s. Kostnader minus intäkter: %s kr.\n", l.File, l.Kind, text.Plural(l.Rows, "rad", "rader"), l.Basis, l.Net)
	for _, n := range append(slices.Clone(l.Doubts), l.Notes...) {
		say(e.out, "  %s\n", n)
	}
	switch {
	case len(l.Months) == 0:
		say(e.out, "  %s har redan allt det. Inget har ändrats.\n", l.Ledger)
	case l.New:
		say(e.out, "  Ny huvudbok: %s.\n", l.Ledger)
	default:
		say(e.out, "  Huvudbok: %s.\n", l.Ledger)
	}
	for _, m := range l.Months {
		say(e.out, "  %-14s %s → %s kr, %s\n", m.Month, m.Was, m.Is, text.Plural(m.Rows, "rad", "rader"))
	}
	if len(l.Kept) > 0 {
		say(e.out, "  Filen slutar före %s, som ligger kvar.\n", text.And(l.Kept))
	}
}

// softMost is what the program keeps to while booked rows are read and sorted: half a million of
// them are held in less, and the collector works a little more rather than let it grow.
const softMost = 140 << 20

// sparing keeps the program small until back is called.
func sparing() (back func()) {
	percent, most := debug.SetGCPercent(gcPercent), debug.SetMemoryLimit(softMost)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(most)
	}
}
