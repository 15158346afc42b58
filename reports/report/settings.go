package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// The settings that every report takes.
var common = []Setting{
	{Key: "titel", Label: "Titel", Help: "Tomt: rapportens egen."},
	{Key: "datum", Kind: app.SettingDate, Label: "Datum", Help: "Dagen som står på rapporten. Tomt: i dag."},
	{Key: "diarienummer", Label: "Diarienummer", Help: "Tomt: det som står i Inställningar."},
	{Key: "enhet", Kind: app.SettingUnit, Label: "Enhet", Help: "Bara den nämnd, förvaltning eller det bolag som nämns. Tomt: hela kommunen."},
	{Key: "status", Kind: app.SettingStatus, Label: "Status", Help: "Står nederst på varje sida. En fastställd rapport har också journalens sigill.", Default: Draft, Choices: []string{Draft, Settled}},
}

// What the settings with choices are set to.
const (
	Draft   = "utkast"
	Settled = "fastställd"
	Yes     = "ja"
	No      = "nej"
)

// The settings that several reports take.
var (
	Public  = Setting{Key: "publik", Label: "Offentlig version", Help: "Utelämnar fält som är märkta som känsliga.", Default: No, Choices: []string{Yes, No}}
	OfYear  = Setting{Key: "ar", Kind: app.SettingYear, Label: "År", Help: "Tomt: planeringsåret."}
	Message = Setting{Key: "budskap", Kind: app.SettingLongText, Label: "Budskap", Help: "Några egna meningar som står först."}
)

// With gives the common settings and those of one report. A portfölj stands beside the unit.
func With(own ...Setting) []Setting {
	all := append(slices.Clone(common), own...)
	isPortfolio := func(s Setting) bool { return s.Kind == app.SettingPortfolio }
	if i := slices.IndexFunc(all, isPortfolio); i >= 0 {
		s := all[i]
		all = slices.Delete(all, i, i+1)
		at := slices.IndexFunc(all, func(s Setting) bool { return s.Kind == app.SettingUnit })
		all = slices.Insert(all, at+1, s)
	}
	return all
}

// WithOf gives the settings of a report about one record of a kind, which is of no unit, and
// those of its own.
func WithOf(k *field.Kind, own ...Setting) []Setting {
	of := slices.DeleteFunc(slices.Clone(common), func(s Setting) bool { return s.Kind == app.SettingUnit })
	return append(append([]Setting{About(k)}, of...), own...)
}

// Sections is the setting of which parts a report has, all of them unless others are
// ticked. Job.Has answers.
func Sections(names ...string) Setting {
	return Setting{Key: "avsnitt", Kind: app.SettingSections, Label: "Avsnitt", Help: "De delar som ska vara med.", Default: strings.Join(names, ","), Choices: names}
}

// About is the setting of what a report is about: a record of a kind, by its number or
// name. Job.Of is the record.
func About(k *field.Kind) Setting {
	return Setting{Key: "om", Kind: app.SettingRecord, Of: k, Label: text.Capital(k.One), Help: "Nummer eller namn.", Needed: true}
}

// Perhaps is About of a report that is about all of a kind where none is chosen: Job.Of is nil.
func Perhaps(k *field.Kind) Setting {
	s := About(k)
	s.Help, s.Needed = "Nummer eller namn. Tomt: alla.", false
	return s
}

// WithUnit gives the settings of a report that is of a unit, which must be chosen, and those
// of its own. Job.Unit is the unit.
func WithUnit(own ...Setting) []Setting {
	all := With(own...)
	i := slices.IndexFunc(all, func(s Setting) bool { return s.Kind == app.SettingUnit })
	unit := all[i]
	unit.Help, unit.Needed = "Den nämnd, förvaltning eller det bolag som rapporten är för.", true
	return append([]Setting{unit}, slices.Delete(all, i, i+1)...)
}

// Has says whether a section is ticked.
func (j *Job) Has(section string) bool {
	return slices.Contains(strings.Split(j.Sets["avsnitt"], ","), section)
}

// Public says whether what is sensitive is left out.
func (j *Job) Public() bool { return j.Sets[Public.Key] == Yes }

// Tells says whether a field may stand in the report.
func (j *Job) Tells(f *field.Field) bool { return !f.Sensitive || !j.Public() }

func settingNamed(info Info, key string) (Setting, error) {
	keys := make([]string, len(info.Settings))
	for i, s := range info.Settings {
		if s.Key == key {
			return s, nil
		}
		keys[i] = s.Key
	}
	return Setting{}, Usage("Rapporten %s har ingen inställning som heter ”%s”. De som finns är %s.", info.Name, key, strings.Join(keys, ", "))
}

// chosen is what a setting is set to: one of its choices, or some of them, where it
// has any.
func chosen(s Setting, value string) (string, error) {
	if len(s.Choices) == 0 {
		return value, nil
	}
	one := func(word string) (string, error) {
		i := slices.IndexFunc(s.Choices, func(c string) bool { return text.Key(c) == text.Key(word) })
		if i < 0 {
			return "", Usage("%s kan inte vara ”%s”. Välj %s.", s.Label, word, text.Or(s.Choices))
		}
		return s.Choices[i], nil
	}
	if s.Kind != app.SettingSections {
		return one(value)
	}
	var ticked []string
	for _, word := range strings.Split(value, ",") {
		if strings.TrimSpace(word) == "" {
			continue
		}
		c, err := one(strings.TrimSpace(word))
		if err != nil {
			return "", err
		}
		ticked = append(ticked, c)
	}
	if len(ticked) == 0 {
		return "", Usage("Inget avsnitt är valt. Välj minst ett av %s.", text.Or(s.Choices))
	}
	return strings.Join(ticked, ","), nil
}

// understand reads the settings that aren't plain text.
func (j *Job) understand() (err error) {
	for _, s := range j.Info.Settings {
		value := j.Sets[s.Key]
		if value == "" {
			switch {
			case !s.Needed:
			case s.Kind == app.SettingUnit:
				return Usage("Rapporten behöver veta vilken enhet: skriv %s=… med namn på en nämnd, en förvaltning eller ett bolag.", s.Key)
			default:
				which, one := "vilken", "en"
				if s.Of.Neuter {
					which, one = "vilket", "ett"
				}
				return Usage("Rapporten behöver veta %s %s den gäller: skriv %s=… med nummer eller namn på %s %s.", which, s.Of.One, s.Key, one, s.Of.One)
			}
			continue
		}
		switch s.Kind {
		case app.SettingDate:
			span, err := date.Parse(value)
			if err != nil || span.From != span.To {
				return Usage("”%s” är inte en dag. Skriv datum så här: 2026-12-03.", value)
			}
			j.Date = span.From
			j.All = dated{newUpon(j.All), j.Date}
		case app.SettingSince:
			if j.since, err = j.readSince(value); err != nil {
				return err
			}
		case app.SettingYear:
			year, err := strconv.Atoi(value)
			if err != nil || year < 1990 || year > 2100 {
				return Usage("”%s” är inte ett år. Skriv till exempel 2027.", value)
			}
			j.Year = year
		case app.SettingUnit:
			if j.Unit, err = unitNamed(j.All, value); err != nil {
				return err
			}
			j.Sets[s.Key] = j.All.Label(j.Unit)
		case app.SettingPortfolio:
			if j.Portfolio, j.Sets[s.Key], err = portfolioNamed(j.All, value); err != nil {
				return err
			}
		case app.SettingColumns:
			if j.Columns, err = columnsOf(j.All, s.Of, value); err != nil {
				return err
			}
		case app.SettingRecord:
			if j.Of, err = recordNamed(j.All, s.Of, value); err != nil {
				return err
			}
		}
	}
	j.W = j.All
	if j.Partial() {
		j.W, _ = j.Part(j.All).(World)
	}
	if j.Of != nil && j.Portfolio != "" && !slices.ContainsFunc(j.W.All(j.Of.Kind), func(r *field.Record) bool { return r.ID == j.Of.ID }) {
		return Usage("%s hör inte till portföljen %s. Välj en annan insats, eller lämna portfölj tom.", j.All.Label(j.Of.ID), j.Sets[Portfolio.Key])
	}
	return nil
}

// unitNamed finds a unit by its name or path.
func unitNamed(w World, name string) (field.ID, error) {
	var found []field.ID
	for _, u := range w.All(org.UnitName.Kind) {
		if text.Key(u.Name()) == text.Key(name) || text.Key(org.Path(w, u.ID)) == text.Key(name) {
			found = append(found, u.ID)
		}
	}
	switch len(found) {
	case 0:
		return "", Usage("Det finns ingen enhet som heter ”%s”.", name)
	case 1:
		return found[0], nil
	}
	return "", Usage("Det finns %d enheter som heter ”%s”. Skriv hela vägen, till exempel ”%s”.", len(found), name, org.Path(w, found[0]))
}

// recordNamed finds what a report is about by its identity, number or name.
func recordNamed(w World, k *field.Kind, name string) (*field.Record, error) {
	found := called(w, w.All(k), name)
	switch {
	case len(found) == 0:
		return nil, Usage("Ingen post bland %s har numret eller namnet ”%s”.", k.Many, name)
	case len(found) > 1:
		return nil, Usage("%s bland %s heter ”%s”. Skriv numret i stället.", text.Count(len(found)), k.Many, name)
	}
	return found[0], nil
}

// called are those of some records with a name, or the one with that identity or number.
func called(w World, among []*field.Record, name string) (found []*field.Record) {
	for _, r := range among {
		if string(r.ID) == name || r.Ref != "" && text.Key(r.Ref) == text.Key(name) {
			return []*field.Record{r}
		}
		if text.Key(cmp.Or(r.Name(), w.Label(r.ID))) == text.Key(name) {
			found = append(found, r)
		}
	}
	return found
}
