package booked

import (
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/ledger"
)

// what is a column's meaning.
type what int

const (
	unknown what = iota
	account
	accountName
	responsibility
	activity
	project
	object
	counterpart
	day
	period
	year
	amount
	running // what the year has come to so far, which no month is
	debit
	credit
	voucher
	words
	supplier
	month // 1–12 in the table's months
)

// headings are what people and economy systems call the columns, as text.Key gives them.
var headings = map[what][]string{
	account:        {"konto", "kontonr", "kontonummer", "konto nr", "account", "kto", "konto (t)"},
	accountName:    {"kontonamn", "kontotext", "konto namn", "kontobenämning", "konto (namn)", "benämning konto"},
	responsibility: {"ansvar", "kostnadsställe", "kst", "ansvarskod", "resultatenhet", "kostnadsställe kod", "ansv"},
	activity:       {"verksamhet", "vht", "verksamhetskod", "verks"},
	project:        {"projekt", "projektnr", "projektkod", "proj", "projektnummer"},
	object:         {"objekt", "aktivitet", "objektkod", "anläggning"},
	counterpart:    {"motpart", "mpart", "motpartskod"},
	day:            {"datum", "bokföringsdatum", "verifikationsdatum", "bokf.datum", "bokf datum", "verdatum", "ver.datum", "transdatum", "transaktionsdatum", "bokfört datum", "bokförd", "date"},
	period:         {"period", "månad", "bokföringsperiod", "redovisningsperiod", "per"},
	year:           {"år", "räkenskapsår", "redovisningsår", "bokföringsår", "year"},
	amount:         {"belopp", "utfall", "belopp sek", "bokfört belopp", "nettobelopp", "belopp exkl moms", "amount", "utfall perioden", "periodens utfall"},
	running:        {"utfall ack", "ackumulerat utfall", "utfall ackumulerat", "ack utfall", "ackumulerat", "saldo"},
	debit:          {"debet", "debit"},
	credit:         {"kredit", "credit"},
	voucher:        {"ver", "vernr", "ver.nr", "ver nr", "verifikation", "verifikationsnummer", "verifikationsnr", "verifikat"},
	words:          {"text", "verifikationstext", "transaktionstext", "beskrivning", "radtext", "fakturatext", "benämning", "vertext", "kommentar"},
	supplier:       {"leverantör", "leverantörsnamn", "lev.namn", "motpartsnamn", "kund/leverantör", "supplier"},
}

// parts are the parts of the code string, by the dimension that rows get for them.
var parts = map[what]ledger.Dimension{
	responsibility: {Number: 1, Name: "Ansvar"}, project: {Number: 6, Name: "Projekt"}, activity: {Number: 101, Name: "Verksamhet"},
	object: {Number: 102, Name: "Objekt"}, counterpart: {Number: 103, Name: "Motpart"},
}

// layout is where a sheet has its columns.
type layout struct {
	at     map[what]int
	months map[int]int // column to month
	unit   money.Unit
	header int // the index of the row of headings
	score  int
	again  []string // headings of more columns that could be the amount
}

// look finds the row of headings of a sheet; ok is false when none has konto and an amount.
func look(s *sheet.Sheet, unit money.Unit) (best layout, ok bool) {
	for i, row := range s.Rows[:min(len(s.Rows), 40)] {
		l := layout{at: map[what]int{}, months: map[int]int{}, unit: unit, header: i}
		for c := range row.Cells {
			l.column(c, row.At(c))
		}
		_, has := l.at[account]
		_, far := l.at[running]
		l.score = len(l.at) + len(l.months)
		if has && (l.says() || far) && l.score > best.score {
			best, ok = l, true
		}
	}
	return best, ok
}

// says whether a column says what was booked.
func (l *layout) says() bool {
	_, plain := l.at[amount]
	_, split := l.at[debit]
	return plain || split || len(l.months) > 0
}

// column takes in a heading.
func (l *layout) column(c int, cell sheet.Cell) {
	key := text.Key(strings.Trim(cell.Text, " :*"))
	bare, unit, has := inUnit(key)
	if m, ok := monthNamed(bare); ok {
		l.months[c] = m
	}
	for w, names := range headings {
		if !slices.Contains(names, bare) && !slices.Contains(names, key) {
			continue
		}
		if _, taken := l.at[w]; !taken {
			l.at[w] = c
		} else if w == amount {
			l.again = append(l.again, cell.Text)
		}
	}
	if has && l.isAmount(c) {
		l.unit = unit
	}
}

// inUnit parts a heading from the unit of money that ends it: "utfall (tkr)", "belopp, kr".
func inUnit(key string) (bare string, unit money.Unit, ok bool) {
	at := strings.LastIndexAny(key, " (")
	if at < 0 {
		return key, 0, false
	}
	said, ok := sheet.UnitOf(strings.Trim(key[at:], " ()"))
	if !ok {
		return key, 0, false
	}
	unit, ok = said.Money()
	return strings.TrimSuffix(strings.TrimRight(key[:at], " (,"), " i"), unit, ok
}

func (l *layout) isAmount(c int) bool {
	for _, w := range []what{amount, debit, credit} {
		if at, ok := l.at[w]; ok && at == c {
			return true
		}
	}
	_, ok := l.months[c]
	return ok
}

// monthNamed is the month that a heading is: "jan", "mars", "utfall mars".
func monthNamed(s string) (int, bool) {
	span, err := date.Parse(strings.TrimPrefix(s, "utfall ") + " 2000")
	if err != nil || s == "" || '0' <= s[0] && s[0] <= '9' || !oneMonth(span) {
		return 0, false
	}
	return span.From.Month(), true
}

// oneMonth says that a span of days is a month, from its first day to its last.
func oneMonth(s date.Span) bool {
	return s.From.Day() == 1 && s.To == date.LastOfMonth(s.From.Year(), s.From.Month())
}
