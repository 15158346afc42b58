package ledger

import (
	"maps"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

// accountsOf are the names of accounts that a ledger's files have told.
func accountsOf(l *field.Record) map[string]string {
	out := map[string]string{}
	for line := range strings.SplitSeq(Named.Get(l), "\n") {
		if number, name, ok := strings.Cut(line, " "); ok {
			out[number] = name
		}
	}
	return out
}

// namesIn are the names of the accounts of income and cost that a ledger has, a line each, as many
// as a text holds.
func namesIn(had map[string]string, b *Book) string {
	for number, name := range b.Accounts {
		if name = text.Shorten(text.Line(name), mostNamed); name != "" && Result(number) && !strings.ContainsAny(number, " \n") {
			had[number] = name
		}
	}
	var out strings.Builder
	for _, number := range slices.Sorted(maps.Keys(had)) {
		line := number + " " + had[number]
		if out.Len()+len(line)+1 > field.MostText {
			break
		}
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(line)
	}
	return out.String()
}

// mostNamed is how much of an account's name is kept.
const mostNamed = 60

// AccountNames are what the accounts of a ledger are called: in the kodplan, else in its files.
func AccountNames(w field.World, l *field.Record) map[string]string {
	out := accountsOf(l)
	maps.Copy(out, economy.Accounts(w))
	return out
}

// accountWords are what the name of an account has in it, in the order in which they are tried, and
// the sort of cost that is booked there.
var accountWords = []struct{ sort, words string }{
	{economy.SortConsultant, "konsult inhyrd"}, {economy.SortLicence, "licens programvar saas"}, {economy.SortDepreciation, "avskrivning nedskrivning"}, {economy.SortInterest, "ränt"},
	{economy.SortStaff, "lön personal arbetsgivaravg pension ob-tillägg"}, {economy.SortSupport, "support underhåll reparation service"},
	{economy.SortEquipment, "hyra hyror leasing inventarie utrustning hårdvara datorer"}, {economy.SortMaintenance, "förvaltning"},
	{economy.SortOperation, "drift hosting it-tjänst datakommunikation molntjänst"},
}

// incomeWords are those of incomes, class 3.
var incomeWords = []struct{ sort, words string }{{economy.SortGrant, "bidrag"}, {economy.SortSold, "intern kommunintern"}}

// sortOf is the sort of cost that is booked on an account, as far as its name says it.
func (s *sorter) sortOf(account string) string {
	if sort, known := s.sorts[account]; known {
		return sort
	}
	list := accountWords
	if strings.HasPrefix(account, "3") {
		list = incomeWords
	}
	sort, name := "", text.Key(s.names[account])
	for _, one := range list {
		for word := range strings.FieldsSeq(one.words) {
			if sort == "" && name != "" && strings.Contains(name, text.Key(word)) {
				sort = one.sort
			}
		}
	}
	s.sorts[account] = sort
	return sort
}
