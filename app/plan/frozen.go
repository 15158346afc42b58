package plan

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// VersionKind is a plan that was fastställd: of which year, when, by whom, and a sum of what
// stood in it. It is never written over; another follows on it.
var VersionKind = field.NewKind(field.Kind{Name: "plan_version", Plural: "plan_versions", One: "fastställd plan", Many: "fastställda planer", Also: []string{"beslutad plan", "låst plan", "antagen plan"}, Prefix: "FPL",
	Sheet: "Fastställda planer", Searched: true, Further: true, Lasting: true, Icon: "file-text", Page: "plan"})

// The fields of a plan that was fastställd.
var (
	VersionName = field.NewText(VersionKind, "name", "Plan", field.Required(""), field.Listed, field.Width(28), field.Also("plan", "verksamhetsplan", "version"))
	VersionYear = field.NewYear(VersionKind, "year", "År", field.Required(""), field.Listed, field.Width(6), field.Also("år", "planår", "avser år"))
	VersionOn   = field.NewDate(VersionKind, "frozen_on", "Fastställd den", field.Required(""), field.Listed, field.Width(12), field.Also("fastställd den", "fastställd", "fastställdes"))
	VersionBy   = field.NewText(VersionKind, "frozen_by", "Fastställd av", field.Vocabulary, field.Listed, field.Width(22), field.Help("Personen, rollen eller organet som fastställde planen."), field.Also("fastställd av", "fastställt av"))
	VersionRef  = field.NewText(VersionKind, "reference", "§ / diarienummer", field.Listed, field.Width(18), field.Also("§", "paragraf", "diarienummer", "dnr"))
	VersionSize = field.NewNumber(VersionKind, "initiatives", "Insatser", field.Listed, field.Width(9), field.Help("Hur många insatser planen hade."), field.Also("antal insatser"))
	VersionRefs = field.NewLongText(VersionKind, "references", "Insatser i planen", field.Help("Insatsernas referenser: INS-2027-001–014."), field.Also("insatser i planen", "omfattar insatser"))
	VersionAt   = field.NewNumber(VersionKind, "entry", "Post i journalen", field.Help("Journalens nummer när planen fastställdes: som det stod då är innehållet."), field.Also("journalpost", "post i journalen"))
	VersionSum  = field.NewText(VersionKind, "digest", "Kontrollsumma", field.Width(18), field.Help("SHA-256 av planens innehåll. itpctl plan check säger om den stämmer."), field.Also("kontrollsumma", "sha-256", "hash"))
	VersionNote = field.NewLongText(VersionKind, "notes", "Anteckningar", field.Also("anteckningar", "kommentar"))
)

func init() {
	VersionKind.Check = func(w field.World, _, r *field.Record) error {
		if r != nil && VersionOn.Get(r) > w.Today() {
			return fault.New(fault.Invalid, "Planen kan inte vara fastställd "+VersionOn.Get(r).String()+", som inte har varit än. Inget har ändrats.")
		}
		return nil
	}
}

func versions() []*field.Kind { return []*field.Kind{VersionKind} }

// standing says whether an insats stands in the plan: it is live, and more than an idea.
func standing(w field.World, r *field.Record) bool {
	s := StageOf(w, r)
	return s.Live() && s != governance.Idea
}

// Size is how many insatser stand in the plan.
func Size(w field.World) int { return len(Standing(w)) }

// Content is what stands in the plan, in canonical JSON: keys and insatser in order, amounts
// in öre as text.
func Content(w field.World) ([]byte, error) {
	type line struct {
		Budget map[string]string `json:"budget,omitempty"`
		Class  string            `json:"class,omitempty"`
		Name   string            `json:"name"`
		Phase  string            `json:"phase"`
		Ref    string            `json:"ref"`
		Unit   string            `json:"unit,omitempty"`
	}
	lines := []line{}
	for _, r := range w.All(Kind) {
		if !standing(w, r) {
			continue
		}
		l := line{Ref: r.Ref, Name: Name.Get(r), Phase: Phase.Get(r), Class: Class.Get(r), Unit: w.Label(Unit.Get(r)), Budget: map[string]string{}}
		for _, c := range economy.Rows(w, r.ID) {
			year := int(economy.CostYear.Get(c))
			if sum, known := YearCost(w, r, year); known {
				l.Budget[strconv.Itoa(year)] = strconv.FormatInt(int64(sum), 10)
			}
		}
		lines = append(lines, l)
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Or(strings.Compare(a.Ref, b.Ref), strings.Compare(a.Name, b.Name)) })
	return json.Marshal(map[string]any{"insatser": lines})
}

// Sum is the SHA-256 of what stands in the plan.
func Sum(w field.World) (string, error) {
	content, err := Content(w)
	if err != nil {
		return "", err
	}
	return governance.Digest(content), nil
}

// Freezing is what is known of that a plan is fastställd.
type Freezing struct {
	Year          int
	On            date.Date // 0: today
	By, Reference string
	Entry         int64 // the newest of the journal, which it is as it stands after
}

// Freeze writes down that the plan is fastställd as it stands. Faults: Invalid.
func Freeze(tx *field.Tx, f Freezing) error {
	if f.Year < 2000 || f.Year > 2100 {
		return fault.New(fault.Invalid, fmt.Sprintf("%d är inget planår. Inget har ändrats. Skriv året som planen gäller, med fyra siffror.", f.Year))
	}
	if f.By == "" {
		return fault.New(fault.Invalid, "Säg vem som fastställde planen. Inget har ändrats.")
	}
	var refs []string
	for _, r := range tx.All(Kind) {
		if standing(tx, r) {
			refs = append(refs, r.Ref)
		}
	}
	if len(refs) == 0 {
		return fault.New(fault.Invalid, "Planen har inga insatser som är mer än idéer. Inget har ändrats.")
	}
	sum, err := Sum(tx)
	if err != nil {
		return err
	}
	r := field.NewRecord(VersionKind, tx.NewID()).Put(VersionName.Field, fmt.Sprintf("IT-verksamhetsplan %d", f.Year)).Put(VersionYear.Field, int64(f.Year)).
		Put(VersionOn.Field, cmp.Or(f.On, tx.Today())).Put(VersionBy.Field, f.By).Put(VersionSize.Field, int64(len(refs))).
		Put(VersionRefs.Field, spans(refs)).Put(VersionAt.Field, f.Entry).Put(VersionSum.Field, sum)
	if f.Reference != "" {
		r.Put(VersionRef.Field, f.Reference)
	}
	return tx.Create(r)
}

// Versions are the plans that were fastställda, in the order they were written down.
func Versions(w field.World) []*field.Record { return w.All(VersionKind) }

// Latest is the plan that was fastställd last; nil for none.
func Latest(w field.World) (last *field.Record) {
	for _, r := range w.All(VersionKind) {
		if last == nil || cmp.Or(cmp.Compare(VersionOn.Get(r), VersionOn.Get(last)), cmp.Compare(VersionAt.Get(r), VersionAt.Get(last))) >= 0 {
			last = r
		}
	}
	return last
}

// spans writes references in few words: "INS-2026-003, INS-2027-001–014".
func spans(refs []string) string {
	slices.Sort(refs)
	var out []string
	for i := 0; i < len(refs); {
		head, n, ok := numbered(refs[i])
		j := i + 1
		for ; ok && j < len(refs); j++ {
			if h, next, is := numbered(refs[j]); !is || h != head || next != n+j-i || len(refs[j]) != len(refs[i]) {
				break
			}
		}
		if j-i > 1 {
			out = append(out, refs[i]+"–"+strings.TrimPrefix(refs[j-1], head))
		} else {
			out = append(out, refs[i])
		}
		i = max(j, i+1)
	}
	return strings.Join(out, ", ")
}

// numbered parts a reference into what stands before its number, and the number.
func numbered(ref string) (head string, n int, ok bool) {
	at := strings.LastIndex(ref, "-") + 1
	n, err := strconv.Atoi(ref[at:])
	return ref[:at], n, err == nil && at > 0
}

// within says whether a reference is one of those that spans wrote.
func within(written, ref string) bool {
	head, n, ok := numbered(ref)
	for part := range strings.SplitSeq(written, ",") {
		from, to, span := strings.Cut(strings.TrimSpace(part), "–")
		if from == ref {
			return true
		}
		h, first, is := numbered(from)
		last, err := strconv.Atoi(to)
		if span && ok && is && err == nil && h == head && n >= first && n <= last && len(ref) == len(from) {
			return true
		}
	}
	return false
}

// unplanned is of an insats that stands in the plan as it is now: that it didn't in the one
// that was fastställd last.
func unplanned(w field.World, r *field.Record) field.Value {
	last := Latest(w)
	if last == nil || VersionRefs.Get(last) == "" || r.Ref == "" || !standing(w, r) {
		return nil
	}
	return !within(VersionRefs.Get(last), r.Ref)
}

func unplannedBlank(w field.World, r *field.Record) string {
	if Latest(w) == nil && standing(w, r) {
		return "ingen plan är fastställd"
	}
	return ""
}

// Verify says whether the sum of a plan is that of what stood at its entry of the journal,
// which at counts forth. One without a sum was fastställd elsewhere, and isn't wrong.
func Verify(r *field.Record, at func(entry int64) (field.World, error)) (said string, fits bool, err error) {
	return governance.Verify(VersionAt.Get(r), VersionSum.Get(r), at, Sum)
}
